using System.Diagnostics.Metrics;
using System.Text.Json;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.Payments;

/// <summary>What a person must look at where money is concerned: flags, and refunds that do not get through.</summary>
internal sealed class MoneyFigures : Figures
{
    private readonly ReadDb db;
    private readonly TimeProvider clock;
    private IReadOnlyList<Standing>? standings;
    private Trouble? trouble;

    public MoneyFigures(ReadDb db, IMeterFactory meters, TimeProvider clock, ILogger<MoneyFigures> logger)
        : base(TimeSpan.FromMinutes(1), clock, logger)
    {
        (this.db, this.clock) = (db, clock);
        var meter = meters.Create(Telemetry.Name);
        meter.CreateObservableGauge("payments", Measure, description: "Payments by status.");
        meter.CreateObservableGauge("payment_flags", () => Told(trouble?.Flags), description: "Flags ever set on a payment.");
        meter.CreateObservableGauge("refunds_failed", () => Told(trouble?.RefundsFailed), description: "Refunds given up although the money is still owed.");
        meter.CreateObservableGauge("refunds_oldest_seconds", () => Told(trouble?.OldestSeconds), description: "Age of the oldest refund that is not settled.");
    }

    protected override async Task Count(CancellationToken ct)
    {
        standings = await db.Many<Standing>("select status, count(*)::int as count from payments group by status", new { }, ct);
        trouble = await db.One<Trouble>(
            """
            select (select count(*) from payment_flags)::int as flags,
                   (select count(*)
                      from refunds
                      join payments on payments.id = payment_id
                     where refunds.status = 'FAILED' and flag_id is null and paid > refunded)::int as refunds_failed,
                   coalesce(extract(epoch from @Now - (select min(created_at) from refunds where status in ('PENDING', 'REQUESTED'))), 0)::int as oldest_seconds
            """,
            new { Now = clock.GetUtcNow() },
            ct);
    }

    private IEnumerable<Measurement<int>> Measure() =>
        standings is not { } counted ? [] : Enum.GetValues<PaymentStatus>().Select(status => new Measurement<int>(
            counted.FirstOrDefault(standing => standing.Status == status)?.Count ?? 0,
            new KeyValuePair<string, object?>("status", JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString()))));

    private sealed record Standing(PaymentStatus Status, int Count);

    private sealed record Trouble(int Flags, int RefundsFailed, int OldestSeconds);
}
