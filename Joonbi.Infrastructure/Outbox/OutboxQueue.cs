using Joonbi.Application;
using Joonbi.Application.Outbox;
using Joonbi.Domain;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Infrastructure.Outbox;

/// <summary>
/// The outbox table as a queue for any number of replicas. A claim is a lease and no open transaction, so nothing stays locked
/// while a handler calls out, and what a killed process held is claimed again when its lease is over.
/// </summary>
internal sealed class OutboxQueue(ReadDb db, IServiceScopeFactory scopes, IRandomSource random, TimeProvider clock)
{
    /// <summary>Outlasts one delivery (see <see cref="OutboxDelivery.HandlerTimeout"/>) and the write-back after it; one message is claimed at a time.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan OneAlarm = TimeSpan.FromHours(1);

    /// <summary>The longest-due message of a lane that nobody else holds, or null.</summary>
    public Task<OutboxMessage?> Claim(Lane lane, CancellationToken ct) =>
        db.One<OutboxMessage>(
            """
            update outbox
               set lease_token = @Token, lease_until = @LeaseUntil, attempts = attempts + 1
             where id = (
                select id
                  from outbox
                 where lane = @Lane and processed_at is null and failed_at is null and available_at <= @Now
                   and (lease_until is null or lease_until <= @Now)
                 order by available_at
                 limit 1
                   for update skip locked)
            returning id, lane, event_type, handler, payload, trace_parent, occurred_at, attempts, lease_token, lease_until
            """,
            new { Lane = lane, Token = new Guid(random.NextBytes(16)), Now = clock.GetUtcNow(), LeaseUntil = clock.GetUtcNow() + Lease },
            ct);

    /// <summary>When the next message of a lane is due, or null. Leased ones are left to the poll: their process is at work on them.</summary>
    public Task<DateTimeOffset?> NextDue(Lane lane, CancellationToken ct) =>
        db.One<DateTimeOffset?>(
            """
            select available_at
              from outbox
             where lane = @lane and processed_at is null and failed_at is null and lease_token is null
             order by available_at
             limit 1
            """,
            new { lane },
            ct);

    /// <returns>False when the lease had passed to another: what this process knows is out of date, and nothing was changed.</returns>
    public async Task<bool> Settle(OutboxMessage message, Outcome outcome, CancellationToken ct) => outcome switch
    {
        Outcome.Delivered => await SettleDelivered(message, ct) == 1,
        Outcome.Later later => await PutBack(message, later, ct) == 1,
        Outcome.Dead dead => await Bury(message, dead.Error, ct),
        _ => throw new NotSupportedException(outcome.GetType().Name),
    };

    /// <summary>A delivered message keeps no content: it may have held a link that only its reader should know.</summary>
    private Task<int> SettleDelivered(OutboxMessage message, CancellationToken ct) =>
        db.Execute(
            """
            update outbox
               set processed_at = @Now, payload = '{}', lease_token = null, lease_until = null, last_error = null
             where id = @Id and lease_token = @LeaseToken
            """,
            new { message.Id, message.LeaseToken, Now = clock.GetUtcNow() },
            ct);

    private Task<int> PutBack(OutboxMessage message, Outcome.Later later, CancellationToken ct) =>
        db.Execute(
            """
            update outbox
               set available_at = @At, attempts = attempts - @Uncounted, lease_token = null, lease_until = null, last_error = coalesce(@Error, last_error)
             where id = @Id and lease_token = @LeaseToken
            """,
            new { message.Id, message.LeaseToken, later.At, Uncounted = later.Counts ? 0 : 1, later.Error },
            ct);

    private async Task<bool> Bury(OutboxMessage message, string error, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        var now = clock.GetUtcNow();
        var first = await session.One<bool>(
            "select not exists (select from outbox where lane = @Lane and failed_at > @Since)", new { message.Lane, Since = now - OneAlarm }, ct);
        var buried = await session.Execute(
            "update outbox set failed_at = @now, lease_token = null, lease_until = null, last_error = @error where id = @Id and lease_token = @LeaseToken",
            new { message.Id, message.LeaseToken, now, error },
            ct);

        if (buried == 1 && message.EventType != nameof(OutboxMessageDied))
        {
            await scope.ServiceProvider.GetRequiredService<IOutbox>()
                .Write(new OutboxMessageDied(message.Id, message.Lane, message.Handler, error, first), ct);
        }

        await session.Commit(ct);
        return buried == 1;
    }
}
