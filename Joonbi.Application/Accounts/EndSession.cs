using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Signs one of the own devices out.</summary>
public sealed record EndSession(Guid Id, Guid UserId) : ICommand;

internal sealed class EndSessionHandler(ISessionRepository sessions) : AsyncRequestHandler<EndSession>
{
    protected override async Task Handle(EndSession command, CancellationToken ct)
    {
        if (!await sessions.Revoke(command.Id, command.UserId, SessionEnd.ByUser, ct))
            throw new NotFoundException("SESSION_NOT_FOUND", "로그인된 기기를 찾을 수 없습니다.");
    }
}
