namespace Joonbi.Domain.Accounts;

/// <summary>A link has to reach the address. The event carries the link's id and not its token, which is derived when the mail is written.</summary>
public sealed record EmailVerificationAsked(Guid UserId, Guid LinkId) : IDomainEvent;
