namespace Joonbi.Application.Notifications;

/// <summary>The people of the studio who are told when something needs a person.</summary>
public sealed record ListAdmins(NotificationKind Kind) : IQuery<IReadOnlyList<AdminContact>>;

/// <summary>A person of the studio.</summary>
/// <param name="Id">The user.</param>
/// <param name="Email">Where mail goes.</param>
/// <param name="WantsMail">The kind is not switched off.</param>
public sealed record AdminContact(Guid Id, string Email, bool WantsMail);
