namespace Joonbi.Application.Notifications;

/// <summary>The write side of notifications and of who wants them by mail.</summary>
public interface INotifications
{
    /// <summary>Adds it, unless it is there already or the account is deleted.</summary>
    /// <returns>True when it was added.</returns>
    Task<bool> Add(Notification notification, CancellationToken ct);

    /// <summary>Marks one of the person's own as read; the first time counts.</summary>
    /// <returns>False when there is no such notification of theirs.</returns>
    Task<bool> MarkRead(Guid userId, Guid id, CancellationToken ct);

    /// <summary>Marks all of the person's own as read.</summary>
    Task MarkAllRead(Guid userId, CancellationToken ct);

    /// <summary>Marks what the person was told of one thing until then as read.</summary>
    Task MarkRead(Guid userId, NotificationKind kind, string link, DateTimeOffset until, CancellationToken ct);

    /// <summary>A mail has told them.</summary>
    Task MarkMailed(IReadOnlyList<Guid> ids, CancellationToken ct);

    /// <summary>The person's wishes, locked until the command ends.</summary>
    Task<IReadOnlyList<NotificationWish>> GetWishes(Guid userId, CancellationToken ct);

    /// <summary>Replaces the person's wishes; a kind without one is mailed.</summary>
    Task ReplaceWishes(Guid userId, IReadOnlyList<NotificationWish> wishes, CancellationToken ct);
}
