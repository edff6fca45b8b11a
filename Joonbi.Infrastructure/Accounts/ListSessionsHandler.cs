using Joonbi.Application;
using Joonbi.Application.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

internal sealed class ListSessionsHandler(ReadDb db, TimeProvider clock) : IRequestHandler<ListSessions, Page<SessionLine>>
{
    public async Task<Page<SessionLine>> Handle(ListSessions query, CancellationToken ct)
    {
        var rows = await db.Many<SessionLine>(
            """
            select id, id = @SessionId as current, user_agent, ip_address, created_at, last_used_at, expires_at
              from sessions
             where user_id = @UserId and id < @Before and revoked_at is null and expires_at > @Now
             order by id desc
             limit @Take
            """,
            new { query.UserId, query.SessionId, Before = query.Page.Before ?? Guid.AllBitsSet, Now = clock.GetUtcNow(), query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
