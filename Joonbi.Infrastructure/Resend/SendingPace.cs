namespace Joonbi.Infrastructure.Resend;

/// <summary>
/// Spreads calls over time instead of running into the vendor's limit: Resend counts per team, over all keys. Of several
/// replicas each keeps its own pace; what is too much together is told by 429.
/// </summary>
internal sealed class SendingPace(double perSecond, TimeProvider clock)
{
    private readonly Lock turn = new();
    private DateTimeOffset next = DateTimeOffset.MinValue;

    /// <summary>Waits for its turn; with a pace of 0 there is none to wait for.</summary>
    public Task Wait(CancellationToken ct)
    {
        if (perSecond <= 0)
            return Task.CompletedTask;

        TimeSpan wait;
        lock (turn)
        {
            var now = clock.GetUtcNow();
            wait = next > now ? next - now : TimeSpan.Zero;
            next = now + wait + TimeSpan.FromSeconds(1 / perSecond);
        }

        return Task.Delay(wait, clock, ct);
    }
}
