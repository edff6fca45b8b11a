namespace Joonbi.Application.Notifications;

/// <summary>Tells somebody in the app; and by mail as well if that is not read in time. Repeated, it changes nothing.</summary>
/// <param name="Notification">What they are told.</param>
/// <param name="MailAfter">How long it may stay unread; null: no mail comes of it.</param>
public sealed record StoreNotification(Notification Notification, TimeSpan? MailAfter) : ICommand;

internal sealed class StoreNotificationHandler(INotifications notifications, IOutbox outbox, TimeProvider clock) : AsyncRequestHandler<StoreNotification>
{
    protected override async Task Handle(StoreNotification command, CancellationToken ct)
    {
        if (!await notifications.Add(command.Notification, ct) || command.MailAfter is not { } wait)
            return;

        var due = clock.GetUtcNow() + wait;
        await outbox.Write(new NotificationLeftUnread(command.Notification.Id, due), due, ct);
    }
}
