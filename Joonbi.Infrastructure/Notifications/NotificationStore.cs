using Joonbi.Application.Notifications;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Notifications;

internal sealed class NotificationStore(DbSession session) : INotifications
{
    public async Task<bool> Add(Notification notification, CancellationToken ct) =>
        await session.Execute(
            """
            insert into notifications (id, user_id, kind, title, body, link, created_at)
            select @Id, id, @Kind, @Title, @Body, @Link, @CreatedAt
              from users
             where id = @UserId and deleted_at is null
            on conflict (id) do nothing
            """,
            notification,
            ct) == 1;
}
