using System.Diagnostics.Metrics;
using System.Text.Json;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.Consultations;

/// <summary>How many consultations stand where, and whether the analyses get on.</summary>
internal sealed class ConsultationFigures : Figures
{
    private readonly ReadDb db;
    private readonly ConsultationPolicy policy;
    private readonly TimeProvider clock;
    private IReadOnlyList<Standing>? standings;
    private Trouble? trouble;

    public ConsultationFigures(ReadDb db, ConsultationPolicy policy, IMeterFactory meters, TimeProvider clock, ILogger<ConsultationFigures> logger)
        : base(TimeSpan.FromMinutes(1), clock, logger)
    {
        (this.db, this.policy, this.clock) = (db, policy, clock);
        var meter = meters.Create(Telemetry.Name);
        meter.CreateObservableGauge("consultations", Measure, description: "Consultations by status.");
        meter.CreateObservableGauge("analyses_not_started", () => Told(trouble?.NotStarted), description: "Analyses whose triggers are used up and that no agent has begun.");
        meter.CreateObservableGauge("deadlines_overdue_seconds", () => Told(trouble?.OverdueSeconds), description: "How long the oldest deadline has been waiting for the watchdog.");
    }

    protected override async Task Count(CancellationToken ct)
    {
        standings = await db.Many<Standing>("select status, count(*)::int as count from consultations group by status", new { }, ct);
        trouble = await db.One<Trouble>(
            """
            select (select count(*)
                      from consultations
                     where kind = 'ANALYSIS' and status = 'REQUESTED' and triggers > @MaxRetriggers and deadline_at is null and triggered_at <= @TriggeredBefore)::int as not_started,
                   coalesce(extract(epoch from @Now - (select min(deadline_at) from consultations where deadline_at <= @Now)), 0)::int as overdue_seconds
            """,
            new { policy.MaxRetriggers, TriggeredBefore = clock.GetUtcNow() - policy.StartDeadline, Now = clock.GetUtcNow() },
            ct);
    }

    /// <summary>A status without consultations is a zero; before the first count there is no figure at all.</summary>
    private IEnumerable<Measurement<int>> Measure() =>
        standings is not { } counted ? [] : Enum.GetValues<ConsultationStatus>().Select(status => new Measurement<int>(
            counted.FirstOrDefault(standing => standing.Status == status)?.Count ?? 0,
            new KeyValuePair<string, object?>("status", JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString()))));

    private sealed record Standing(ConsultationStatus Status, int Count);

    private sealed record Trouble(int NotStarted, int OverdueSeconds);
}
