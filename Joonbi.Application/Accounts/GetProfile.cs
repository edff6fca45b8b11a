using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>The own account.</summary>
public sealed record GetProfile(Guid UserId) : IQuery<Profile?>;

/// <summary>A person's account, as they see it.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Version">One more with each change; If-Match demands it.</param>
/// <param name="Email">Where they get mail.</param>
/// <param name="Name">What we call them.</param>
/// <param name="Phone">Digits only, or none.</param>
/// <param name="Role">CUSTOMER or ADMIN.</param>
/// <param name="EmailVerified">They have used the link that was mailed to them.</param>
/// <param name="PendingEmail">The address that they want, as long as its link was not used.</param>
/// <param name="MailFailedAt">Since when mail does not reach the address; null while it does, as far as we know.</param>
/// <param name="Consents">What they agree to, oldest first.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record Profile(
    Guid Id,
    int Version,
    string Email,
    string Name,
    string? Phone,
    UserRole Role,
    bool EmailVerified,
    string? PendingEmail,
    DateTimeOffset? MailFailedAt,
    IReadOnlyList<GivenConsent> Consents,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>One consent.</summary>
/// <param name="Document">To what.</param>
/// <param name="Version">In which version.</param>
/// <param name="GivenAt">When.</param>
public sealed record GivenConsent(ConsentDocument Document, string Version, DateTimeOffset GivenAt);
