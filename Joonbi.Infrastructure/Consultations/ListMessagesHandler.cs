using Joonbi.Application;
using Joonbi.Application.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Consultations;

internal sealed class ListMessagesHandler(ReadDb db) : IRequestHandler<ListMessages, Page<MessageLine>?>
{
    public async Task<Page<MessageLine>?> Handle(ListMessages query, CancellationToken ct)
    {
        if (!await db.One<bool>("select exists (select from consultations where id = @ConsultationId and user_id = @UserId)", query, ct))
            return null;

        var rows = await db.Many<MessageLine>(
            """
            select id, author, body, created_at
              from consultation_messages
             where consultation_id = @ConsultationId and id < @Before
             order by id desc
             limit @Take
            """,
            new { query.ConsultationId, Before = query.Page.Before ?? Guid.AllBitsSet, query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
