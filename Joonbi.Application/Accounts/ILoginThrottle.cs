using Joonbi.Domain;

namespace Joonbi.Application.Accounts;

/// <summary>
/// Slows guessing. An attempt counts as failed before its password is looked at and is taken back when it was right, so that a
/// thousand simultaneous guesses are a thousand attempts. Counts outlive the command: they are stored at once.
/// </summary>
public interface ILoginThrottle
{
    /// <summary>Counts an attempt against the account and the address that it comes from.</summary>
    /// <exception cref="TooManyAttemptsException">One of them has to wait. The account need not exist.</exception>
    Task Enter(string email, string ipAddress, CancellationToken ct);

    /// <summary>It was right: the account's failures are forgotten, the address gets this one attempt back.</summary>
    Task Pass(string email, string ipAddress, CancellationToken ct);

    /// <summary>The account's failures are forgotten: its person has come in by another way.</summary>
    Task Forgive(string email, CancellationToken ct);
}
