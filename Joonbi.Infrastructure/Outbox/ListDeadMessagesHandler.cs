using Joonbi.Application;
using Joonbi.Application.Outbox;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Outbox;

internal sealed class ListDeadMessagesHandler(ReadDb db) : IRequestHandler<ListDeadMessages, Page<DeadMessage>>
{
    public async Task<Page<DeadMessage>> Handle(ListDeadMessages query, CancellationToken ct)
    {
        var rows = await db.Many<DeadMessage>(
            """
            select id, lane, event_type, handler, (payload->>'consultationId')::uuid as consultation_id, attempts, occurred_at, failed_at, last_error
              from outbox
             where failed_at is not null and id < @Before and (@Lane::text is null or lane = @Lane)
             order by id desc
             limit @Take
            """,
            new { query.Lane, Before = query.Page.Before ?? Guid.AllBitsSet, query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
