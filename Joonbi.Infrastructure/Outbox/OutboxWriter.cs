using System.Diagnostics;
using System.Text.Json;
using Joonbi.Application;
using Joonbi.Domain;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Outbox;

/// <summary>
/// Stores events in the command's own transaction: one row per event and handler. The NOTIFY rides on the same transaction,
/// so a dispatcher wakes at the commit and never before it.
/// </summary>
internal sealed class OutboxWriter(DbSession session, EventRoutes routes, IRandomSource random, TimeProvider clock) : IOutbox
{
    public const string Channel = "joonbi_outbox";

    public Task Write(IDomainEvent happened, CancellationToken ct) => Write(happened, clock.GetUtcNow(), ct);

    public async Task Write(IDomainEvent happened, DateTimeOffset notBefore, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var route in routes.Of(happened))
        {
            await session.Execute(
                $"""
                with written as (
                    insert into outbox (id, lane, event_type, handler, payload, trace_parent, occurred_at, available_at)
                    values (@Id, @Lane, @EventType, @Handler, @Payload::jsonb, @TraceParent, @Now, @NotBefore)
                    returning lane)
                select pg_notify('{Channel}', lane) from written
                """,
                new
                {
                    Id = random.NextId(),
                    route.Lane,
                    EventType = route.Event.Name,
                    Handler = route.Handler.Name,
                    Payload = JsonSerializer.Serialize(happened, route.Event, Json.Options),
                    TraceParent = Activity.Current?.Id,
                    Now = now,
                    NotBefore = notBefore,
                },
                ct);
        }
    }
}
