using Joonbi.Application;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.Outbox;

/// <summary>
/// Keeps every lane moving: one claims, up to <c>OUTBOX_CONCURRENCY</c> deliver at once, and a lane whose vendor hangs fills only
/// its own places. A commit anywhere rings the bell of its lane; a timer covers what no bell tells (retries that fall due,
/// leases of killed processes, signals lost with a connection).
/// </summary>
internal sealed partial class OutboxDispatcher : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);

    /// <summary>Longer than a vendor's time-out, shorter than the 30 seconds that a host waits by default.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan DatabaseAway = TimeSpan.FromSeconds(1);

    private readonly OutboxQueue queue;
    private readonly OutboxDelivery delivery;
    private readonly LaneRests rests;
    private readonly TimeProvider clock;
    private readonly ILogger<OutboxDispatcher> logger;
    private readonly int concurrency;
    private readonly Dictionary<Lane, Doorbell> bells;
    private CancellationTokenSource hurry = new();

    public OutboxDispatcher(
        OutboxQueue queue, OutboxDelivery delivery, LaneRests rests, DatabaseSignals signals, InfrastructureSettings settings, TimeProvider clock, ILogger<OutboxDispatcher> logger)
    {
        (this.queue, this.delivery, this.rests, this.clock, this.logger) = (queue, delivery, rests, clock, logger);
        concurrency = settings.OutboxConcurrency;
        bells = Enum.GetValues<Lane>().ToDictionary(lane => lane, _ => new Doorbell(clock));
        signals.Subscribe(OutboxWriter.Channel, Hear);
    }

    /// <summary>
    /// Claims no more, and lets what is under way finish; what takes longer than the grace, or than the host waits, is cut off
    /// and given back, so that another replica takes it at once.
    /// </summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        hurry.CancelAfter(Grace);
        await using var givesUp = cancellationToken.Register(hurry.Cancel);
        await base.StopAsync(cancellationToken);
    }

    /// <summary>Delivers, one after another, whatever is due now and whatever that causes; says how much it was.</summary>
    public async Task<int> DeliverDue(CancellationToken ct)
    {
        var count = 0;
        for (var before = -1; before != count;)
        {
            before = count;
            foreach (var lane in bells.Keys)
            {
                for (; rests.Left(lane) == TimeSpan.Zero && await queue.Claim(lane, ct) is { } message; count++)
                    await delivery.Deliver(message, ct);
            }
        }

        return count;
    }

    public override void Dispose()
    {
        base.Dispose();
        hurry.Dispose();
        foreach (var bell in bells.Values)
            bell.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        hurry = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        return Task.WhenAll(bells.Keys.Select(lane => Pump(lane, stoppingToken)));
    }

    private async Task Pump(Lane lane, CancellationToken stopping)
    {
        using var places = new SemaphoreSlim(concurrency);
        while (!stopping.IsCancellationRequested)
        {
            await places.WaitAsync(CancellationToken.None);
            if (await Next(lane, stopping) is { } message)
                _ = Task.Run(() => Deliver(message, places), CancellationToken.None);
            else
                places.Release();
        }

        // Every place is free again once every delivery under way has ended.
        for (var place = 0; place < concurrency; place++)
            await places.WaitAsync(CancellationToken.None);
    }

    /// <summary>Waits for a message; null only at the stop.</summary>
    private async Task<OutboxMessage?> Next(Lane lane, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                // A claim is never cut off half-way: the row would stay leased to nobody.
                if (rests.Left(lane) == TimeSpan.Zero && await queue.Claim(lane, CancellationToken.None) is { } message)
                    return message;

                await bells[lane].Wait(await UntilDue(lane), stopping);
            }
            catch (Exception exception)
            {
                LogUnreadable(exception.Message);
                await Task.Delay(DatabaseAway, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return null;
    }

    private async Task<TimeSpan> UntilDue(Lane lane)
    {
        if (rests.Left(lane) is { Ticks: > 0 } rest)
            return rest < Poll ? rest : Poll;

        var due = await queue.NextDue(lane, CancellationToken.None) - clock.GetUtcNow() ?? Poll;
        return due < ShortestWait ? ShortestWait : due < Poll ? due : Poll;
    }

    private async Task Deliver(OutboxMessage message, SemaphoreSlim places)
    {
        try
        {
            await delivery.Deliver(message, hurry.Token);
        }
        catch (Exception exception)
        {
            LogUnsettled(exception, message.Id);
        }
        finally
        {
            places.Release();
        }
    }

    private void Hear(string? lane)
    {
        foreach (var bell in bells.Where(bell => lane is null || lane.Equals(bell.Key.ToString(), StringComparison.OrdinalIgnoreCase)))
            bell.Value.Ring();
    }

    [LoggerMessage(LogLevel.Warning, "The outbox cannot be read: {Reason}")]
    private partial void LogUnreadable(string reason);

    [LoggerMessage(LogLevel.Error, "How outbox message {MessageId} went was not written down; it comes back when its lease is over")]
    private partial void LogUnsettled(Exception exception, Guid messageId);
}
