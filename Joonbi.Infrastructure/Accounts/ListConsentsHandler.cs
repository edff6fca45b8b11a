using Joonbi.Application;
using Joonbi.Application.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

internal sealed class ListConsentsHandler(ReadDb db) : IRequestHandler<ListConsents, Page<ConsentLine>>
{
    public async Task<Page<ConsentLine>> Handle(ListConsents query, CancellationToken ct)
    {
        var rows = await db.Many<ConsentLine>(
            """
            select id, document, version, granted, given_at as at
              from consents
             where user_id = @UserId and id < @Before
             order by id desc
             limit @Take
            """,
            new { query.UserId, Before = query.Page.Before ?? Guid.AllBitsSet, query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
