namespace Joonbi.Application.Notifications;

/// <summary>The write side of notifications and of who wants them by mail.</summary>
public interface INotifications
{
    /// <summary>Adds it, unless it is there already or the account is deleted.</summary>
    /// <returns>True when it was added.</returns>
    Task<bool> Add(Notification notification, CancellationToken ct);
}
