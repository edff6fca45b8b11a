using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Ends the session that any of these belongs to. Nothing to end is fine: the person wants to be out, and is.</summary>
/// <param name="RefreshToken">From the cookie or the body, if there was one; a used one is as good.</param>
/// <param name="Access">User and session of the access token, if there was one.</param>
public sealed record LogOut(string? RefreshToken, (Guid UserId, Guid SessionId)? Access) : ICommand;

internal sealed class LogOutHandler(ISessionRepository sessions, ISecretTokens tokens) : AsyncRequestHandler<LogOut>
{
    protected override async Task Handle(LogOut command, CancellationToken ct)
    {
        if (command.RefreshToken is { } token && await sessions.Find(tokens.Hash(token), ct) is (var session, _))
            await sessions.Revoke(session.Id, session.UserId, SessionEnd.Logout, ct);
        if (command.Access is (var userId, var sessionId))
            await sessions.Revoke(sessionId, userId, SessionEnd.Logout, ct);
    }
}
