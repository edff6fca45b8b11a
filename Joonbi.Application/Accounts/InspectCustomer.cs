using Joonbi.Application.Consultations;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>One account, for the studio. One whose person has left is still there, without the person.</summary>
public sealed record InspectCustomer(Guid Id) : IQuery<CustomerDossier?>;

/// <summary>What the studio knows of a person.</summary>
/// <param name="Id">The user.</param>
/// <param name="Version">One more with each change; If-Match demands it.</param>
/// <param name="Email">As registered.</param>
/// <param name="Name">As registered.</param>
/// <param name="Phone">As registered, if at all.</param>
/// <param name="Role">CUSTOMER or ADMIN.</param>
/// <param name="EmailVerified">The address is proved.</param>
/// <param name="MailFailedAt">Since when mail does not reach the address; null while it does, as far as we know.</param>
/// <param name="Consents">What they agreed to, oldest first.</param>
/// <param name="Consultations">Their newest ones, twenty at most.</param>
/// <param name="OpenSessions">On how many devices they are signed in.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="LastSeenAt">The last login or refresh; null when there was none lately.</param>
/// <param name="DeletedAt">When they left; null while they are here.</param>
public sealed record CustomerDossier(
    Guid Id,
    int Version,
    string Email,
    string Name,
    string? Phone,
    UserRole Role,
    bool EmailVerified,
    DateTimeOffset? MailFailedAt,
    IReadOnlyList<GivenConsent> Consents,
    IReadOnlyList<ConsultationSummary> Consultations,
    int OpenSessions,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? LastSeenAt,
    DateTimeOffset? DeletedAt);
