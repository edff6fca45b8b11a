namespace Joonbi.Application.Notifications;

/// <summary>The person has seen the whole bell menu.</summary>
public sealed record MarkAllNotificationsRead(Guid UserId) : ICommand;

internal sealed class MarkAllNotificationsReadHandler(INotifications notifications) : AsyncRequestHandler<MarkAllNotificationsRead>
{
    protected override Task Handle(MarkAllNotificationsRead command, CancellationToken ct) => notifications.MarkAllRead(command.UserId, ct);
}
