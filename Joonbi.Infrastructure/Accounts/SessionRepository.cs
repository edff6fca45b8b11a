using Joonbi.Domain.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

/// <summary>Sessions as rows. An end is announced with the commit that makes it true.</summary>
internal sealed class SessionRepository(DbSession session, RevokedSessions revoked, TimeProvider clock) : ISessionRepository
{
    public async Task Begin(Session begun, byte[] tokenHash, CancellationToken ct)
    {
        await session.Execute(
            """
            insert into sessions (id, user_id, user_agent, ip_address, created_at, last_used_at, expires_at)
            values (@Id, @UserId, @UserAgent, @IpAddress, @CreatedAt, @LastUsedAt, @ExpiresAt)
            """,
            begun,
            ct);
        await Add(begun, tokenHash, ct);
    }

    /// <summary>The token is read after the session is locked: of two that come with it, the second sees it as used.</summary>
    public async Task<(Session Session, RefreshToken Token)?> Find(byte[] tokenHash, CancellationToken ct)
    {
        var found = await session.One<Session>(
            """
            select id, user_id, user_agent, ip_address, created_at, last_used_at, expires_at, revoked_at, revoked_why
              from sessions
             where id = (select session_id from refresh_tokens where token_hash = @tokenHash)
               for update
            """,
            new { tokenHash },
            ct);
        var token = found is null ? null : await session.One<RefreshToken>(
            "select token_hash as hash, expires_at, used_at from refresh_tokens where token_hash = @tokenHash",
            new { tokenHash },
            ct);
        return token is null ? null : (found!, token);
    }

    public async Task Rotate(Session rotated, RefreshToken used, byte[] nextHash, CancellationToken ct)
    {
        await session.Execute("update refresh_tokens set used_at = @LastUsedAt where token_hash = @Hash", new { rotated.LastUsedAt, used.Hash }, ct);
        await session.Execute(
            "update sessions set user_agent = @UserAgent, ip_address = @IpAddress, last_used_at = @LastUsedAt, expires_at = @ExpiresAt where id = @Id",
            rotated,
            ct);
        await Add(rotated, nextHash, ct);
    }

    public Task<bool> Revoke(Guid id, Guid userId, SessionEnd why, CancellationToken ct) =>
        End("id = @id and user_id = @userId", new { id, userId, why, Now = clock.GetUtcNow() }, ct);

    public Task RevokeAll(Guid userId, Guid? except, SessionEnd why, CancellationToken ct) =>
        End("user_id = @userId and id is distinct from @except", new { userId, except, why, Now = clock.GetUtcNow() }, ct);

    private async Task<bool> End(string which, object args, CancellationToken ct)
    {
        var ended = await session.Many<Guid>(
            $"""
            with ended as (
                update sessions set revoked_at = @Now, revoked_why = @why
                 where {which} and revoked_at is null
                returning id)
            select id, pg_notify('{RevokedSessions.Channel}', id::text)::text from ended
            """,
            args,
            ct);
        session.OnCommitted(() =>
        {
            revoked.Add(ended);
            return Task.CompletedTask;
        });
        return ended.Count > 0;
    }

    private Task Add(Session of, byte[] tokenHash, CancellationToken ct) =>
        session.Execute(
            "insert into refresh_tokens (token_hash, session_id, issued_at, expires_at) values (@tokenHash, @Id, @LastUsedAt, @ExpiresAt)",
            new { tokenHash, of.Id, of.LastUsedAt, of.ExpiresAt },
            ct);
}
