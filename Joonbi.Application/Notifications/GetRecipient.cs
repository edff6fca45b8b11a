namespace Joonbi.Application.Notifications;

/// <summary>Where a customer's mail of that kind goes.</summary>
public sealed record GetRecipient(Guid UserId, NotificationKind Kind) : IQuery<Recipient?>;

/// <summary>Who gets a mail; there is none for a deleted account, or for one that has switched the kind off.</summary>
/// <param name="Email">Where to.</param>
/// <param name="Name">How to address them.</param>
public sealed record Recipient(string Email, string Name);
