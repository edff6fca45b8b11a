using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Everybody with an account, newest first, for the studio.</summary>
/// <param name="Role">Only those with that role; null for all.</param>
/// <param name="Search">Only those with this in the name or the address.</param>
/// <param name="Page">Which part.</param>
public sealed record ListCustomers(UserRole? Role, Search Search, PageRequest Page) : IQuery<Page<CustomerLine>>;

/// <summary>A line of the studio's list.</summary>
/// <param name="Id">The user.</param>
/// <param name="Email">As registered.</param>
/// <param name="Name">As registered.</param>
/// <param name="Phone">As registered, if at all.</param>
/// <param name="Role">CUSTOMER or ADMIN.</param>
/// <param name="EmailVerified">The address is proved.</param>
/// <param name="Consultations">How many they have handed in.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="LastSeenAt">The last login or refresh; null when there was none lately.</param>
public sealed record CustomerLine(
    Guid Id,
    string Email,
    string Name,
    string? Phone,
    UserRole Role,
    bool EmailVerified,
    int Consultations,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastSeenAt);
