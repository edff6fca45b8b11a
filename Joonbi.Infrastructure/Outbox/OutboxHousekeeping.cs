using Joonbi.Application.Health;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.Outbox;

/// <summary>Keeps the outbox's figures fresh, and forgets what was delivered long ago, a bounded batch at a time.</summary>
internal sealed partial class OutboxHousekeeping(ReadDb db, IMediator mediator, OutboxMetrics metrics, TimeProvider clock, ILogger<OutboxHousekeeping> logger) : BackgroundService
{
    public static readonly TimeSpan Keep = TimeSpan.FromDays(30);
    private const int Batch = 1_000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>Deletes one batch of what was delivered before <see cref="Keep"/>; says how many rows that were.</summary>
    public Task<int> Purge(CancellationToken ct) =>
        db.Execute(
            """
            delete from outbox
             where id in (
                select id
                  from outbox
                 where processed_at < @Before
                 order by processed_at
                 limit @Batch
                   for update skip locked)
            """,
            new { Before = clock.GetUtcNow() - Keep, Batch },
            ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var age = await mediator.Send(new GetOutboxAge(), stoppingToken);
                (metrics.OldestSeconds, metrics.Failed, metrics.Waiting) = (age.OldestSeconds, age.Failed, await Waiting(stoppingToken));
                await Purge(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogSkipped(exception.Message);
            }

            await Task.Delay(Interval, clock, stoppingToken);
        }
    }

    private Task<IReadOnlyList<WaitingMessages>> Waiting(CancellationToken ct) =>
        db.Many<WaitingMessages>(
            """
            select lane, count(*)::int as count
              from outbox
             where processed_at is null and failed_at is null
             group by lane
            """,
            new { },
            ct);

    [LoggerMessage(LogLevel.Warning, "The outbox's housekeeping skipped a turn: {Reason}")]
    private partial void LogSkipped(string reason);
}
