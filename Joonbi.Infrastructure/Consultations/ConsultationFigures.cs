using System.Diagnostics.Metrics;
using System.Text.Json;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.Consultations;

/// <summary>How many consultations stand where, for those who watch the studio. Counted once a minute: a scrape must not read a table.</summary>
internal sealed partial class ConsultationFigures : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ReadDb db;
    private readonly TimeProvider clock;
    private readonly ILogger<ConsultationFigures> logger;
    private IReadOnlyList<Standing>? standings;

    public ConsultationFigures(ReadDb db, IMeterFactory meters, TimeProvider clock, ILogger<ConsultationFigures> logger)
    {
        (this.db, this.clock, this.logger) = (db, clock, logger);
        meters.Create(Telemetry.Name).CreateObservableGauge("consultations", Measure, description: "Consultations by status.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
            await Count(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Count(CancellationToken ct)
    {
        try
        {
            standings = await db.Many<Standing>("select status, count(*)::int as count from consultations group by status", new { }, ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotCounted(exception.Message);
        }
    }

    /// <summary>A status without consultations is a zero; before the first count there is no figure at all.</summary>
    private IEnumerable<Measurement<int>> Measure() =>
        standings is not { } counted ? [] : Enum.GetValues<ConsultationStatus>().Select(status => new Measurement<int>(
            counted.FirstOrDefault(standing => standing.Status == status)?.Count ?? 0,
            new KeyValuePair<string, object?>("status", JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString()))));

    [LoggerMessage(LogLevel.Warning, "The consultations could not be counted: {Reason}")]
    private partial void LogNotCounted(string reason);

    private sealed record Standing(ConsultationStatus Status, int Count);
}
