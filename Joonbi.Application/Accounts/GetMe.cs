using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Who is signed in.</summary>
public sealed record GetMe(Guid UserId) : IQuery<Me?>;

/// <summary>The signed-in person.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Email">Where they get mail.</param>
/// <param name="Name">What we call them.</param>
/// <param name="Phone">Digits only, or none.</param>
/// <param name="Role">CUSTOMER or ADMIN.</param>
/// <param name="EmailVerified">They have used the link that was mailed to them.</param>
/// <param name="CreatedAt">When the account was made.</param>
public sealed record Me(Guid Id, string Email, string Name, string? Phone, UserRole Role, bool EmailVerified, DateTimeOffset CreatedAt);
