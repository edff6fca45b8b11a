namespace Joonbi.Application.Notifications;

/// <summary>A mail has told what the app did not.</summary>
public sealed record MarkMailed(IReadOnlyList<Guid> NotificationIds) : ICommand;

internal sealed class MarkMailedHandler(INotifications notifications) : AsyncRequestHandler<MarkMailed>
{
    protected override Task Handle(MarkMailed command, CancellationToken ct) => notifications.MarkMailed(command.NotificationIds, ct);
}
