namespace Joonbi.Application.Notifications;

/// <summary>What the person wants by mail.</summary>
public sealed record GetNotificationPreferences(Guid UserId) : IQuery<NotificationPreferences>;

/// <summary>One line for each kind that the person can get.</summary>
/// <param name="Version">Changes with every wish; <c>If-Match</c> demands it.</param>
/// <param name="Preferences">In the order in which a page shows them.</param>
public sealed record NotificationPreferences(int Version, IReadOnlyList<NotificationPreference> Preferences)
{
    /// <summary>One bit for each kind that is switched off: equal wishes are one version, whoever made them.</summary>
    public static int VersionOf(IEnumerable<NotificationWish> wishes) => wishes.Where(wish => !wish.Email).Sum(wish => 1 << (int)wish.Kind);
}

/// <summary>Whether a kind is mailed.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Email">It is mailed as well as shown in the app.</param>
/// <param name="Required">It is about money and cannot be switched off.</param>
public sealed record NotificationPreference(NotificationKind Kind, bool Email, bool Required)
{
    /// <summary>Nobody should miss what they owe.</summary>
    public static bool IsRequired(NotificationKind kind) => kind is NotificationKind.PaymentRequest;
}
