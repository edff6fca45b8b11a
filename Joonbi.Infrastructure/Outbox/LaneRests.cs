using System.Collections.Concurrent;
using Joonbi.Application;

namespace Joonbi.Infrastructure.Outbox;

/// <summary>Which lanes a vendor has asked to rest. Known to this process only: another replica is told by its own next call.</summary>
internal sealed class LaneRests(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Lane, DateTimeOffset> ends = new();

    public void Rest(Lane lane, DateTimeOffset until) =>
        ends.AddOrUpdate(lane, until, (_, present) => present > until ? present : until);

    /// <summary>Zero when the lane may work.</summary>
    public TimeSpan Left(Lane lane) =>
        ends.TryGetValue(lane, out var end) && end - clock.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;
}
