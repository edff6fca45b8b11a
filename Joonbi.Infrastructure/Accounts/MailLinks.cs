using Joonbi.Application.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

/// <summary>Mailed links as rows of <c>email_tokens</c>; whoever issues one holds the lock on its person.</summary>
internal sealed class MailLinks(DbSession session, ReadDb db, ISecretTokens tokens, TimeProvider clock) : IMailLinks
{
    public Task<bool> TryIssue(Guid id, Guid userId, MailLinkPurpose purpose, TimeSpan life, TimeSpan pause, CancellationToken ct) =>
        TryIssue(id, userId, purpose, null, life, pause, ct);

    public Task<bool> TryIssue(Guid id, Guid userId, string address, TimeSpan life, TimeSpan pause, CancellationToken ct) =>
        TryIssue(id, userId, MailLinkPurpose.ChangeEmail, address, life, pause, ct);

    public Task<Guid?> Find(string token, MailLinkPurpose purpose, CancellationToken ct) =>
        db.One<Guid?>(
            "select user_id from email_tokens where token_hash = @Hash and purpose = @purpose and used_at is null and expires_at > @Now",
            new { Hash = tokens.Hash(token), purpose, Now = clock.GetUtcNow() },
            ct);

    public Task<Guid?> Redeem(string token, MailLinkPurpose purpose, CancellationToken ct) =>
        session.One<Guid?>(
            """
            update email_tokens set used_at = @Now
             where token_hash = @Hash and purpose = @purpose and used_at is null and expires_at > @Now
            returning user_id
            """,
            new { Hash = tokens.Hash(token), purpose, Now = clock.GetUtcNow() },
            ct);

    public Task VoidAll(Guid userId, MailLinkPurpose purpose, CancellationToken ct) =>
        session.Execute(
            "update email_tokens set used_at = @Now where user_id = @userId and purpose = @purpose and used_at is null",
            new { userId, purpose, Now = clock.GetUtcNow() },
            ct);

    public Task<ProvedAddress?> RedeemAddress(string token, CancellationToken ct) =>
        session.One<ProvedAddress>(
            """
            update email_tokens set used_at = @Now
             where token_hash = @Hash and purpose = 'CHANGE_EMAIL' and used_at is null and expires_at > @Now
            returning id as link_id, user_id, address
            """,
            new { Hash = tokens.Hash(token), Now = clock.GetUtcNow() },
            ct);

    public Task KeepAddress(Guid id, string? address, CancellationToken ct) =>
        session.Execute("update email_tokens set address = @address where id = @id", new { id, address }, ct);

    private async Task<bool> TryIssue(Guid id, Guid userId, MailLinkPurpose purpose, string? address, TimeSpan life, TimeSpan pause, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await session.Execute(
            """
            insert into email_tokens (id, user_id, purpose, token_hash, address, created_at, expires_at)
            select @id, @userId, @purpose, @Hash, @address, @now, @Expires
             where not exists (select from email_tokens where user_id = @userId and purpose = @purpose and created_at > @Since)
            """,
            new { id, userId, purpose, address, Hash = tokens.Hash(tokens.OfLink(id)), now, Expires = now + life, Since = now - pause },
            ct) == 1;
    }
}
