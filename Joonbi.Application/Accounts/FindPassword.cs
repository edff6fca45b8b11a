namespace Joonbi.Application.Accounts;

/// <summary>What to compare a password with, read outside any transaction, since comparing takes long. Null when nobody has that address.</summary>
public sealed record FindPassword(string Email) : IQuery<KnownPassword?>;

/// <summary>The hash as it was read; whoever acts on it later looks again whether it still is.</summary>
public sealed record KnownPassword(Guid UserId, string? Hash);
