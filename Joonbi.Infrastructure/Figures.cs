using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure;

/// <summary>Figures that are counted in the database from time to time, for those who watch: a scrape must not read a table.</summary>
internal abstract partial class Figures(TimeSpan interval, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>Counts once; what it finds is told at each scrape until the next time.</summary>
    protected abstract Task Count(CancellationToken ct);

    /// <summary>Nothing before the first count.</summary>
    protected static IEnumerable<Measurement<int>> Told(int? figure) => figure is { } counted ? [new(counted)] : [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        do
            await CountOrLog(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CountOrLog(CancellationToken ct)
    {
        try
        {
            await Count(ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogNotCounted(GetType().Name, exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Figures} could not be counted: {Reason}")]
    private partial void LogNotCounted(string figures, string reason);
}
