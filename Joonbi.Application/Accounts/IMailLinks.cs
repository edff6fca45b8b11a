namespace Joonbi.Application.Accounts;

/// <summary>What a mailed link is good for.</summary>
public enum MailLinkPurpose
{
    /// <summary>Proves that the address is the person's own.</summary>
    VerifyEmail,

    /// <summary>Sets a new password.</summary>
    ResetPassword,

    /// <summary>Makes the address that it was mailed to the account's.</summary>
    ChangeEmail,
}

/// <summary>A used link that makes an address the account's.</summary>
/// <param name="LinkId">Which link.</param>
/// <param name="UserId">Whose.</param>
/// <param name="Address">Which address.</param>
public sealed record ProvedAddress(Guid LinkId, Guid UserId, string Address);

/// <summary>The links that are mailed: each works once, for a while, for one purpose.</summary>
public interface IMailLinks
{
    /// <summary>Makes a link; its token is <see cref="ISecretTokens.OfLink"/> of the id. False, and no link, when the last one is younger than the pause.</summary>
    Task<bool> TryIssue(Guid id, Guid userId, MailLinkPurpose purpose, TimeSpan life, TimeSpan pause, CancellationToken ct);

    /// <summary>As the other, for a link that makes that address the account's.</summary>
    Task<bool> TryIssue(Guid id, Guid userId, string address, TimeSpan life, TimeSpan pause, CancellationToken ct);

    /// <summary>Uses up a link that makes an address the account's.</summary>
    Task<ProvedAddress?> RedeemAddress(string token, CancellationToken ct);

    /// <summary>Keeps another address with a used link, or none any more.</summary>
    Task KeepAddress(Guid id, string? address, CancellationToken ct);

    /// <summary>Whose an unused link is, without using it; null when there is none.</summary>
    Task<Guid?> Find(string token, MailLinkPurpose purpose, CancellationToken ct);

    /// <summary>Uses a link up and says whose it is. Of several at the same time one gets the answer, the others null.</summary>
    Task<Guid?> Redeem(string token, MailLinkPurpose purpose, CancellationToken ct);

    /// <summary>Makes every unused link of the person for this purpose worthless.</summary>
    Task VoidAll(Guid userId, MailLinkPurpose purpose, CancellationToken ct);
}
