namespace Joonbi.Application.Notifications;

/// <summary>Who writes in a thread has read what was written before.</summary>
/// <param name="UserId">Who wrote.</param>
/// <param name="Link">The thread's page.</param>
/// <param name="Until">When they wrote.</param>
public sealed record MarkThreadRead(Guid UserId, string Link, DateTimeOffset Until) : ICommand;

internal sealed class MarkThreadReadHandler(INotifications notifications) : AsyncRequestHandler<MarkThreadRead>
{
    protected override Task Handle(MarkThreadRead command, CancellationToken ct) =>
        notifications.MarkRead(command.UserId, NotificationKind.MessageReceived, command.Link, command.Until, ct);
}
