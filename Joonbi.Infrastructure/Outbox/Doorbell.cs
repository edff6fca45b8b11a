namespace Joonbi.Infrastructure.Outbox;

/// <summary>Wakes the one who waits; rung while nobody waits, it is heard by the next who does.</summary>
internal sealed class Doorbell(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim rings = new(0, 1);
    private int rung;

    public void Ring()
    {
        if (Interlocked.Exchange(ref rung, 1) == 0)
            rings.Release();
    }

    /// <summary>Returns at a ring, after the time, or when cancelled; the caller looks for itself in any case.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
        var heard = rings.WaitAsync(either.Token);
        await heard.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (heard.IsCompletedSuccessfully)
            Volatile.Write(ref rung, 0);
    }

    public void Dispose() => rings.Dispose();
}
