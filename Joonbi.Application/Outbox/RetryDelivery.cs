namespace Joonbi.Application.Outbox;

/// <summary>An admin sends a dead message again, with all attempts anew.</summary>
public sealed record RetryDelivery(Guid MessageId, Guid AdminId) : ICommand;

/// <summary>The outbox's dead, in the command's own transaction.</summary>
public interface IDeadLetters
{
    /// <summary>Makes a dead message wait for delivery again; it leaves when the command commits.</summary>
    /// <returns>How it had died.</returns>
    /// <exception cref="Domain.NotFoundException"><c>OUTBOX_MESSAGE_NOT_FOUND</c>.</exception>
    /// <exception cref="Domain.ConflictException"><c>OUTBOX_MESSAGE_NOT_DEAD</c>: it waits or is delivered.</exception>
    Task<Death> Revive(Guid messageId, CancellationToken ct);
}

/// <summary>How a message had died.</summary>
/// <param name="Handler">Who should have delivered it.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="FailedAt">When it was given up.</param>
/// <param name="LastError">What was said last.</param>
public sealed record Death(string Handler, int Attempts, DateTimeOffset FailedAt, string? LastError);

internal sealed class RetryDeliveryHandler(IDeadLetters deadLetters, IAuditLog audit) : AsyncRequestHandler<RetryDelivery>
{
    protected override async Task Handle(RetryDelivery command, CancellationToken ct)
    {
        var death = await deadLetters.Revive(command.MessageId, ct);
        await audit.Write(command.AdminId, "outbox.retry", command.MessageId, death, new { death.Handler, Attempts = 0 }, ct);
    }
}
