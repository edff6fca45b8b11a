namespace Joonbi.Domain.Accounts;

/// <summary>The write side's view of accounts.</summary>
public interface IUserRepository
{
    /// <summary>Stores a new account, what its person agreed to, and its events.</summary>
    /// <exception cref="ConflictException">The address has an account already (<c>EMAIL_TAKEN</c>).</exception>
    Task Add(User user, IReadOnlyList<Consent> consents, CancellationToken ct);

    /// <summary>The person's last word on a document; null when there was none.</summary>
    Task<Consent?> LastWord(Guid userId, ConsentDocument document, CancellationToken ct);

    /// <summary>Adds what the person agrees to, or no longer.</summary>
    Task Add(Consent consent, CancellationToken ct);

    /// <summary>Loads an account that is not deleted and locks its row until the command ends.</summary>
    /// <exception cref="NotFoundException">There is none (<c>USER_NOT_FOUND</c>).</exception>
    Task<User> Get(Guid id, CancellationToken ct);

    /// <summary>As <see cref="Get"/>, by the address; null when there is none.</summary>
    Task<User?> Find(string email, CancellationToken ct);

    /// <summary>Who is an admin; locks all of them until the command ends, so that two who demote each other wait for one another.</summary>
    Task<IReadOnlyList<Guid>> LockAdmins(CancellationToken ct);

    /// <summary>The role, without a lock.</summary>
    Task<UserRole> RoleOf(Guid id, CancellationToken ct);

    /// <summary>Stores the changed account and its events, with the version that it has now.</summary>
    /// <exception cref="ConflictException">The address has another account (<c>EMAIL_TAKEN</c>).</exception>
    Task Save(User user, CancellationToken ct);
}
