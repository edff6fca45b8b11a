using Joonbi.Application.Notifications;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Notifications;

internal sealed class NotificationStore(DbSession session, TimeProvider clock) : INotifications
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

    public async Task<bool> MarkRead(Guid userId, Guid id, CancellationToken ct) =>
        await session.Execute(
            "update notifications set read_at = coalesce(read_at, @Now) where id = @id and user_id = @userId",
            new { userId, id, Now = clock.GetUtcNow() },
            ct) == 1;

    public Task MarkAllRead(Guid userId, CancellationToken ct) =>
        session.Execute("update notifications set read_at = @Now where user_id = @userId and read_at is null", new { userId, Now = clock.GetUtcNow() }, ct);

    public Task MarkRead(Guid userId, NotificationKind kind, string link, DateTimeOffset until, CancellationToken ct) =>
        session.Execute(
            "update notifications set read_at = @Now where user_id = @userId and kind = @kind and link = @link and created_at <= @until and read_at is null",
            new { userId, kind, link, until, Now = clock.GetUtcNow() },
            ct);

    public Task MarkMailed(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        session.Execute("update notifications set mailed_at = @Now where id = any (@Ids)", new { Ids = ids.ToArray(), Now = clock.GetUtcNow() }, ct);

    /// <summary>The lock is on the person's own row, since wishes that are not there yet cannot be locked.</summary>
    public async Task<IReadOnlyList<NotificationWish>> GetWishes(Guid userId, CancellationToken ct)
    {
        await session.Execute("select id from users where id = @userId for update", new { userId }, ct);
        return await session.Many<NotificationWish>("select kind, email from notification_preferences where user_id = @userId", new { userId }, ct);
    }

    public async Task ReplaceWishes(Guid userId, IReadOnlyList<NotificationWish> wishes, CancellationToken ct)
    {
        await session.Execute("delete from notification_preferences where user_id = @userId", new { userId }, ct);
        foreach (var wish in wishes)
        {
            await session.Execute(
                "insert into notification_preferences (user_id, kind, email) values (@userId, @Kind, @Email)",
                new { userId, wish.Kind, wish.Email },
                ct);
        }
    }
}
