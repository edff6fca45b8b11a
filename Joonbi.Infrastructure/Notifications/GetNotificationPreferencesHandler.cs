using Joonbi.Application.Notifications;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Notifications;

/// <summary>What nobody has said is the default: mailed. Only admins get what needs an admin.</summary>
internal sealed class GetNotificationPreferencesHandler(ReadDb db) : IRequestHandler<GetNotificationPreferences, NotificationPreferences>
{
    public async Task<NotificationPreferences> Handle(GetNotificationPreferences query, CancellationToken ct)
    {
        var isAdmin = await db.One<bool>("select role = 'ADMIN' from users where id = @UserId", query, ct);
        var wishes = await db.Many<NotificationWish>("select kind, email from notification_preferences where user_id = @UserId", query, ct);
        var off = wishes.Where(wish => !wish.Email).Select(wish => wish.Kind).ToHashSet();

        return new NotificationPreferences(
            NotificationPreferences.VersionOf(wishes),
            [
                .. Enum.GetValues<NotificationKind>()
                    .Where(kind => isAdmin || kind is not NotificationKind.Attention)
                    .Select(kind => new NotificationPreference(kind, !off.Contains(kind), NotificationPreference.IsRequired(kind))),
            ]);
    }
}
