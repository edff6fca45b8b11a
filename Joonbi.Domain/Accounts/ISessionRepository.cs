namespace Joonbi.Domain.Accounts;

/// <summary>Sessions and their refresh tokens. Whatever ends here ends on every replica.</summary>
public interface ISessionRepository
{
    /// <summary>Stores a new session with its first refresh token.</summary>
    Task Begin(Session session, byte[] tokenHash, CancellationToken ct);

    /// <summary>The session that a refresh token belongs to, and the token; locks the session until the command ends. Null when nobody knows the token.</summary>
    Task<(Session Session, RefreshToken Token)?> Find(byte[] tokenHash, CancellationToken ct);

    /// <summary>Marks one token as used and adds the next.</summary>
    Task Rotate(Session session, RefreshToken used, byte[] nextHash, CancellationToken ct);

    /// <summary>Ends one session of that person; says whether it was open.</summary>
    Task<bool> Revoke(Guid id, Guid userId, SessionEnd why, CancellationToken ct);

    /// <summary>Ends all open sessions of a person, but perhaps one.</summary>
    Task RevokeAll(Guid userId, Guid? except, SessionEnd why, CancellationToken ct);
}
