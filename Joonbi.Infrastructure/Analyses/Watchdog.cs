using Joonbi.Application.Analyses;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.Analyses;

/// <summary>
/// Wakes the consultations whose deadline has passed: a trigger that nobody followed, a lease that ran out, a fee that never
/// came. Each is a command of its own that locks the row and looks again, so any number of replicas may watch, and one that
/// fails keeps no other from its turn.
/// </summary>
internal sealed partial class Watchdog(ReadDb db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Watchdog> logger) : BackgroundService
{
    private const int Batch = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <summary>Looks once at everything that is overdue.</summary>
    public async Task Look(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        for (var last = new Overdue(Guid.Empty, DateTimeOffset.UnixEpoch); ;)
        {
            var batch = await Next(last, now, ct);
            foreach (var overdue in batch)
                await Review(overdue.Id, ct);
            if (batch.Count < Batch)
                return;

            last = batch[^1];
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
                await LookOrLog(stopping);
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    private Task<IReadOnlyList<Overdue>> Next(Overdue last, DateTimeOffset now, CancellationToken ct) =>
        db.Many<Overdue>(
            """
            select id, deadline_at
              from consultations
             where deadline_at <= @Now and (deadline_at, id) > (@DeadlineAt, @Id)
             order by deadline_at, id
             limit @Batch
            """,
            new { Now = now, last.DeadlineAt, last.Id, Batch },
            ct);

    private async Task Review(Guid id, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReviewDeadline(id), ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogReviewFailed(exception, id);
        }
    }

    private async Task LookOrLog(CancellationToken ct)
    {
        try
        {
            await Look(ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogLookFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "The deadline of consultation {ConsultationId} could not be reviewed")]
    private partial void LogReviewFailed(Exception exception, Guid consultationId);

    [LoggerMessage(LogLevel.Warning, "The watchdog could not look")]
    private partial void LogLookFailed(Exception exception);

    private sealed record Overdue(Guid Id, DateTimeOffset DeadlineAt);
}
