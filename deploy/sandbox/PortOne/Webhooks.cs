namespace Joonbi.Sandbox.PortOne;

/// <summary>When and how often the service hears of a payment.</summary>
internal enum Manner
{
    Now,
    Late,
    Twice,
    Swapped,
    Never,
}

/// <summary>Tells the service what happened: signed in the second generation, unsigned in the first. One that is refused is sent again a few times.</summary>
internal sealed partial class Webhooks(
    IHttpClientFactory clients, SandboxSettings settings, Journal journal, Ids ids, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<Webhooks> logger)
{
    public const string Client = "webhooks";
    private const int Tries = 5;
    public static readonly TimeSpan LateBy = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(250);

    /// <param name="deal">As it is now.</param>
    /// <param name="events">V2's words for what happened, in order: "Ready", "Paid".</param>
    /// <param name="manner">How they arrive.</param>
    public void Tell(Deal deal, IReadOnlyList<string> events, Manner manner)
    {
        var notices = events.Select(name => Notice.Of(deal, name, null, ids, clock.GetUtcNow())).OfType<Notice>().ToList();
        switch (manner)
        {
            case Manner.Now:
                Start(notices, TimeSpan.Zero);
                break;
            case Manner.Late:
                Start(notices, LateBy);
                break;
            case Manner.Twice:
                Start(notices, TimeSpan.Zero);
                Start(notices, TimeSpan.Zero);
                break;
            case Manner.Swapped:
                Start([.. notices.AsEnumerable().Reverse()], TimeSpan.Zero);
                break;
            case Manner.Never:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(manner));
        }
    }

    /// <summary>One that takes its time is told twice: that it was asked for, and that it was done. That it failed nobody tells.</summary>
    public void TellCancellation(Deal deal, Cancellation gone)
    {
        var now = clock.GetUtcNow();
        if (gone.SettlesAt > now)
        {
            Start([Notice.Of(deal, "CancelPending", gone, ids, now)!], TimeSpan.Zero);
        }

        if (gone.Fails)
        {
            return;
        }

        Start([Notice.Of(deal, deal.Cancellable == 0 ? "Cancelled" : "PartialCancelled", gone, ids, gone.SettlesAt)!], gone.SettlesAt > now ? gone.SettlesAt - now : TimeSpan.Zero);
    }

    private void Start(IReadOnlyList<Notice> notices, TimeSpan after) => _ = Task.Run(async () =>
    {
        try
        {
            await Task.Delay(after, clock, lifetime.ApplicationStopping);
            foreach (var notice in notices)
            {
                await Deliver(notice, lifetime.ApplicationStopping);
                await Task.Delay(Gap, clock, lifetime.ApplicationStopping);
            }
        }
        catch (OperationCanceledException)
        {
            // The sandbox is ending. What was not told is found by the service's own asking.
        }
    });

    private async Task Deliver(Notice notice, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var status = await Send(notice, ct);
            journal.Add(new Attempt(clock.GetUtcNow(), "webhook", status is >= 200 and < 300 ? "accepted" : "refused", status, $"{notice.Type} {notice.PaymentId} {notice.Id}"));
            if (status is >= 200 and < 300)
            {
                return;
            }

            LogRefused(logger, notice.Type, status);
            await Task.Delay(TimeSpan.FromSeconds(Math.Pow(4, attempt)), clock, ct);
        }
    }

    private async Task<int> Send(Notice notice, CancellationToken ct)
    {
        using var http = clients.CreateClient(Client);
        using var request = notice.Request(new Uri(settings.ApiUrl + "/api/payments/webhook"), settings.Shop.WebhookSecret, clock.GetUtcNow());
        try
        {
            using var response = await http.SendAsync(request, ct);
            return (int)response.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return 0;
        }
    }

    [LoggerMessage(LogLevel.Information, "The webhook {Type} was answered {Status}; it is sent again")]
    private static partial void LogRefused(ILogger logger, string type, int status);
}
