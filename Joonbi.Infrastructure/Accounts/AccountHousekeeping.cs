using Joonbi.Application.Repeats;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Joonbi.Infrastructure.Accounts;

/// <summary>
/// Forgets what no longer serves: tokens and request keys that have expired, failures that are long past, sessions that nobody
/// can see or use any more. Each statement is bounded by what expired since the last look.
/// </summary>
internal sealed partial class AccountHousekeeping(ReadDb db, TimeProvider clock, ILogger<AccountHousekeeping> logger) : BackgroundService
{
    public static readonly TimeSpan Keep = TimeSpan.FromDays(30);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>One look.</summary>
    public Task<int> Purge(CancellationToken ct) =>
        db.Execute(
            """
            delete from refresh_tokens where expires_at < @Now;
            delete from sessions where expires_at < @Past;
            delete from email_tokens where expires_at < @Past;
            delete from login_throttle where last_failed_at < @Past;
            delete from idempotency_keys where created_at <= @Done;
            delete from webhook_deliveries where received_at < @Past;
            """,
            new { Now = clock.GetUtcNow(), Past = clock.GetUtcNow() - Keep, Done = clock.GetUtcNow() - RequestKey.Life },
            ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Purge(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                LogSkipped(exception.Message);
            }

            await Task.Delay(Interval, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The accounts' housekeeping skipped a turn: {Reason}")]
    private partial void LogSkipped(string reason);
}
