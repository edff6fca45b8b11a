using Joonbi.Application.Notifications;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Notifications;

internal sealed class CountUnreadNotificationsHandler(ReadDb db) : IRequestHandler<CountUnreadNotifications, UnreadNotifications>
{
    public async Task<UnreadNotifications> Handle(CountUnreadNotifications query, CancellationToken ct) =>
        new(await db.One<int>("select count(*)::int from notifications where user_id = @UserId and read_at is null", query, ct));
}
