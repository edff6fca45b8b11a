namespace Joonbi.Application.Health;

/// <summary>Whether the database has every script of this version.</summary>
public sealed record IsMigrated : IQuery<bool>;
