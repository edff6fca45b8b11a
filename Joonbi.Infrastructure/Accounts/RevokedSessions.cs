using System.Collections.Concurrent;
using Joonbi.Application.Accounts;
using Joonbi.Domain.Accounts;
using Joonbi.Infrastructure.Outbox;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Joonbi.Infrastructure.Accounts;

/// <summary>
/// The sessions that were ended while access tokens of theirs may still be alive, as every replica knows them: told by signal,
/// read whole after every (re)connect and once a minute. As long as the list may have a gap the database is asked instead, so
/// an ended session is refused at any time, and mostly for the price of a look into memory.
/// </summary>
internal sealed partial class RevokedSessions : BackgroundService, ISessionGate
{
    public const string Channel = "joonbi_session";
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> ended = new();
    private readonly Doorbell doorbell;
    private readonly ReadDb db;
    private readonly DatabaseSignals signals;
    private readonly AccountPolicy policy;
    private readonly TimeProvider clock;
    private readonly ILogger<RevokedSessions> logger;
    private volatile int gaps;
    private volatile int closed = -1;

    public RevokedSessions(ReadDb db, DatabaseSignals signals, AccountPolicy policy, TimeProvider clock, ILogger<RevokedSessions> logger)
    {
        (this.db, this.signals, this.policy, this.clock, this.logger) = (db, signals, policy, clock, logger);
        doorbell = new Doorbell(clock);
        signals.Subscribe(Channel, Hear);
    }

    public async ValueTask<bool> IsOpen(Guid sessionId, CancellationToken ct) =>
        !ended.ContainsKey(sessionId)
        && ((closed == gaps && signals.Listening) || await db.One<bool>("select exists (select from sessions where id = @sessionId and revoked_at is null)", new { sessionId }, ct));

    public void Add(IReadOnlyList<Guid> sessions)
    {
        foreach (var session in sessions)
            ended[session] = clock.GetUtcNow();
    }

    /// <summary>Reads what was ended within the life of an access token, and forgets what was ended before.</summary>
    public async Task Load(CancellationToken ct)
    {
        var since = clock.GetUtcNow() - policy.AccessLife;
        foreach (var (id, at) in await db.Many<(Guid, DateTimeOffset)>("select id, revoked_at from sessions where revoked_at > @since", new { since }, ct))
            ended[id] = at;
        foreach (var (id, at) in ended)
        {
            if (at <= since)
                ended.TryRemove(id, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // A gap that opens while the list is being read is not closed by this reading.
                var seen = gaps;
                await Load(stoppingToken);
                closed = seen;
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                LogSkipped(exception.Message);
            }

            await doorbell.Wait(Interval, stoppingToken);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        doorbell.Dispose();
    }

    private void Hear(string? payload)
    {
        if (Guid.TryParse(payload, out var session))
        {
            Add([session]);
            return;
        }

        gaps++;
        doorbell.Ring();
    }

    [LoggerMessage(LogLevel.Warning, "The list of ended sessions was not read: {Reason}")]
    private partial void LogSkipped(string reason);
}
