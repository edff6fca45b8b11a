using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Everything that a person agreed to, or no longer, newest first.</summary>
public sealed record ListConsents(Guid UserId, PageRequest Page) : IQuery<Page<ConsentLine>>;

/// <summary>One decision.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Document">To what.</param>
/// <param name="Version">In which version.</param>
/// <param name="Granted">False: taken back.</param>
/// <param name="At">When.</param>
public sealed record ConsentLine(Guid Id, ConsentDocument Document, string Version, bool Granted, DateTimeOffset At);
