using Joonbi.Application.Outbox;
using Joonbi.Domain;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Outbox;

internal sealed class DeadLetters(DbSession session, TimeProvider clock) : IDeadLetters
{
    /// <summary>The row is locked first: of many who ask at once, all but one see a message that is alive again.</summary>
    public async Task<Death> Revive(Guid messageId, CancellationToken ct)
    {
        var message = await session.One<Message>(
            "select handler, attempts, failed_at, last_error from outbox where id = @messageId for update", new { messageId }, ct)
            ?? throw new NotFoundException("OUTBOX_MESSAGE_NOT_FOUND", "메시지를 찾을 수 없습니다.");
        if (message.FailedAt is not { } failedAt)
            throw new ConflictException("OUTBOX_MESSAGE_NOT_DEAD", "실패한 메시지만 다시 보낼 수 있습니다.");

        await session.Execute(
            $"""
            with revived as (
                update outbox set failed_at = null, attempts = 0, available_at = @Now
                 where id = @messageId
                returning lane)
            select pg_notify('{OutboxWriter.Channel}', lane) from revived
            """,
            new { messageId, Now = clock.GetUtcNow() },
            ct);
        return new Death(message.Handler, message.Attempts, failedAt, message.LastError);
    }

    private sealed record Message(string Handler, int Attempts, DateTimeOffset? FailedAt, string? LastError);
}
