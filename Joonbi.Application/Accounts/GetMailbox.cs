namespace Joonbi.Application.Accounts;

/// <summary>Where a person reads mail: asked when a mail is written, so that no message waits with an address in it. Null when the person has left.</summary>
public sealed record GetMailbox(Guid UserId) : IQuery<Mailbox?>;

/// <summary>A person who is written to.</summary>
public sealed record Mailbox(string Email, string Name);
