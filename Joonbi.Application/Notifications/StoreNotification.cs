namespace Joonbi.Application.Notifications;

/// <summary>Tells somebody in the app. Repeated, it changes nothing.</summary>
public sealed record StoreNotification(Notification Notification) : ICommand;

internal sealed class StoreNotificationHandler(INotifications notifications) : AsyncRequestHandler<StoreNotification>
{
    protected override Task Handle(StoreNotification command, CancellationToken ct) => notifications.Add(command.Notification, ct);
}
