namespace Joonbi.Application.Accounts;

/// <summary>What else is stored about a person, outside the account and the consultations themselves.</summary>
public interface IPersonalData
{
    /// <summary>The person's consultations, oldest first.</summary>
    Task<IReadOnlyList<Guid>> ConsultationsOf(Guid userId, CancellationToken ct);

    /// <summary>Erases it, once the account is deleted. What the law wants kept, and what names nobody, stays.</summary>
    /// <returns>The keys of the stored files whose rows are gone; their bytes are the caller's business.</returns>
    Task<IReadOnlyList<string>> Erase(Guid userId, CancellationToken ct);
}
