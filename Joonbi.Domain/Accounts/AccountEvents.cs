namespace Joonbi.Domain.Accounts;

/// <summary>A link has to reach the address. The event carries the link's id and not its token, which is derived when the mail is written.</summary>
public sealed record EmailVerificationAsked(Guid UserId, Guid LinkId) : IDomainEvent;

/// <summary>Somebody says to have forgotten the password; only who reads the account's mail gets further.</summary>
/// <inheritdoc cref="EmailVerificationAsked"/>
public sealed record PasswordResetAsked(Guid UserId, Guid LinkId) : IDomainEvent;

/// <summary>The person has left.</summary>
/// <param name="UserId">Who it was.</param>
/// <param name="StorageKeys">Where the bytes of their files still lie.</param>
public sealed record AccountDeleted(Guid UserId, IReadOnlyList<string> StorageKeys) : IDomainEvent;

/// <summary>The person wants another address; a link has to reach it. The address itself stays with the link.</summary>
/// <inheritdoc cref="EmailVerificationAsked"/>
public sealed record EmailChangeAsked(Guid UserId, Guid LinkId) : IDomainEvent;

/// <summary>The address is another one now; the old one is told, in case it was not its owner.</summary>
/// <inheritdoc cref="EmailVerificationAsked"/>
public sealed record EmailChanged(Guid UserId, Guid LinkId) : IDomainEvent;

/// <summary>The person wants advertisements, or no longer; the law wants the result told.</summary>
public sealed record MarketingConsentChanged(Guid UserId, bool Granted) : IDomainEvent;

/// <summary>Mail does not reach the person any more: they are told in the app, and an admin as well.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Complaint">They called a mail spam; else there is no such mailbox.</param>
public sealed record MailFailed(Guid UserId, bool Complaint) : IDomainEvent;

/// <summary>The password is another one now; its owner is told, in case it was not them.</summary>
public sealed record PasswordChanged(Guid UserId) : IDomainEvent;
