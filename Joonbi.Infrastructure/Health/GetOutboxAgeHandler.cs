using Joonbi.Application.Health;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Health;

internal sealed class GetOutboxAgeHandler(ReadDb db, TimeProvider clock) : IRequestHandler<GetOutboxAge, OutboxAge>
{
    public async Task<OutboxAge> Handle(GetOutboxAge query, CancellationToken ct) =>
        (await db.One<OutboxAge>(
            """
            select coalesce((select extract(epoch from @Now - min(occurred_at))
                               from outbox
                              where processed_at is null and failed_at is null and (attempts > 0 or available_at <= @Now)), 0)::int as oldest_seconds,
                   (select count(*) from outbox where failed_at is not null)::int as failed
            """,
            new { Now = clock.GetUtcNow() },
            ct))!;
}
