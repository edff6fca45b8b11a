namespace Joonbi.Application.Accounts;

/// <summary>What came of comparing a password.</summary>
public enum PasswordMatch
{
    /// <summary>It is another one, or there is none to compare with.</summary>
    Wrong,

    /// <summary>It is the one.</summary>
    Right,

    /// <summary>It is the one, but its hash is weaker than what is asked today.</summary>
    Outdated,
}

/// <summary>
/// Slow hashes of passwords. Each costs a core for a good part of a second, so only some are computed at once and the others
/// wait: call it before the first statement of a command, lest a row stay locked meanwhile.
/// </summary>
public interface IPasswords
{
    /// <summary>Hashes a new password.</summary>
    /// <exception cref="Domain.TooManyAttemptsException">Too many wait already.</exception>
    Task<string> Hash(string password, CancellationToken ct);

    /// <summary>Compares. Without a hash it takes as long as with one, so that the time does not tell whether an account exists.</summary>
    /// <exception cref="Domain.TooManyAttemptsException">Too many wait already.</exception>
    Task<PasswordMatch> Compare(string? hash, string password, CancellationToken ct);
}
