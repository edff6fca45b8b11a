using Joonbi.Application;
using Joonbi.Application.Notifications;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Notifications;

internal sealed class ListNotificationsHandler(ReadDb db) : IRequestHandler<ListNotifications, Page<NotificationLine>>
{
    public async Task<Page<NotificationLine>> Handle(ListNotifications query, CancellationToken ct)
    {
        var rows = await db.Many<NotificationLine>(
            """
            select id, kind, title, body, link, created_at, read_at
              from notifications
             where user_id = @UserId and id < @Before
             order by id desc
             limit @Take
            """,
            new { query.UserId, Before = query.Page.Before ?? Guid.AllBitsSet, query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
