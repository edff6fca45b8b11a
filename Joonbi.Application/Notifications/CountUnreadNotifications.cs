namespace Joonbi.Application.Notifications;

/// <summary>The figure on the bell.</summary>
public sealed record CountUnreadNotifications(Guid UserId) : IQuery<UnreadNotifications>;

/// <summary>How many are unread.</summary>
/// <param name="Count">0 or more.</param>
public sealed record UnreadNotifications(int Count);
