using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>
/// Trades a refresh token for the next one. Null when it is worth nothing; one that was used before also ends its session, and
/// that lasts although the caller is refused.
/// </summary>
public sealed record RefreshSession(string Token, Device Device) : ICommand<SignedIn?>;

internal sealed class RefreshSessionHandler(
    IUserRepository users,
    ISessionRepository sessions,
    ISecretTokens tokens,
    AccountPolicy policy,
    TimeProvider clock) : IRequestHandler<RefreshSession, SignedIn?>
{
    public async Task<SignedIn?> Handle(RefreshSession command, CancellationToken ct)
    {
        if (await sessions.Find(tokens.Hash(command.Token), ct) is not (var session, var shown))
            return null;

        switch (session.Rotate(shown, command.Device, policy, clock.GetUtcNow()))
        {
            case Rotation.Renewed:
                var next = tokens.Create();
                await sessions.Rotate(session, shown, tokens.Hash(next), ct);
                return new SignedIn(session.UserId, await users.RoleOf(session.UserId, ct), session.Id, next, session.ExpiresAt);
            case Rotation.JustUsed:
                throw new ConflictException("REFRESH_TOKEN_JUST_USED", "방금 사용한 갱신 토큰입니다. 새로 받은 토큰을 사용해 주세요.");
            case Rotation.Reused:
                await sessions.Revoke(session.Id, session.UserId, SessionEnd.ReusedToken, ct);
                return null;
            case Rotation.Over:
                return null;
            default:
                throw new InvalidOperationException("A rotation that nobody thought of.");
        }
    }
}
