using Joonbi.Domain;

namespace Joonbi.Application.Notifications;

/// <summary>One of the person's own was read. Said twice, it changes nothing.</summary>
public sealed record MarkNotificationRead(Guid UserId, Guid NotificationId) : ICommand;

internal sealed class MarkNotificationReadHandler(INotifications notifications) : AsyncRequestHandler<MarkNotificationRead>
{
    protected override async Task Handle(MarkNotificationRead command, CancellationToken ct)
    {
        if (!await notifications.MarkRead(command.UserId, command.NotificationId, ct))
            throw new NotFoundException("NOTIFICATION_NOT_FOUND", "알림을 찾을 수 없습니다.");
    }
}
