using System.Diagnostics.Metrics;
using Joonbi.Application;

namespace Joonbi.Infrastructure.Outbox;

/// <summary>What an operator watches: how deliveries go, how long they take, and how old the oldest waiting message is.</summary>
internal sealed class OutboxMetrics
{
    private readonly Counter<long> delivered;
    private readonly Histogram<double> seconds;

    public OutboxMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Telemetry.Name);
        delivered = meter.CreateCounter<long>("outbox_delivered_total", description: "Deliveries by lane and outcome.");
        seconds = meter.CreateHistogram<double>("outbox_delivery_seconds", description: "How long one delivery took.");
        meter.CreateObservableGauge("outbox_oldest_seconds", () => OldestSeconds, description: "Age of the oldest message that should have been delivered.");
        meter.CreateObservableGauge("outbox_failed", () => Failed, description: "Messages given up.");
        meter.CreateObservableGauge("outbox_waiting", Measure, description: "Messages not yet delivered, by lane.");
    }

    /// <summary>As of the last look of <see cref="OutboxHousekeeping"/>.</summary>
    public int OldestSeconds { get; set; }

    /// <inheritdoc cref="OldestSeconds"/>
    public int Failed { get; set; }

    /// <inheritdoc cref="OldestSeconds"/>
    public IReadOnlyList<WaitingMessages> Waiting { get; set; } = [];

    public void Record(Lane lane, Outcome outcome, TimeSpan took)
    {
        var where = new KeyValuePair<string, object?>("lane", lane.ToString().ToLowerInvariant());
        delivered.Add(1, where, new KeyValuePair<string, object?>("outcome", Name(outcome)));
        seconds.Record(took.TotalSeconds, where);
    }

    public static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Delivered => "delivered",
        Outcome.Later { Counts: true } => "retry",
        Outcome.Later => "postponed",
        _ => "dead",
    };

    /// <summary>A lane where nothing waits is a zero: a figure that vanished would be taken for its last value.</summary>
    private IEnumerable<Measurement<int>> Measure() => Enum.GetValues<Lane>().Select(lane => new Measurement<int>(
        Waiting.FirstOrDefault(waiting => waiting.Lane == lane)?.Count ?? 0,
        new KeyValuePair<string, object?>("lane", lane.ToString().ToLowerInvariant())));
}

/// <summary>How many messages of a lane wait to be delivered.</summary>
internal sealed record WaitingMessages(Lane Lane, int Count);
