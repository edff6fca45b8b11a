namespace Joonbi.Application.Screening;

/// <summary>The screening rules as admins change them, in the command's own transaction.</summary>
public interface IRuleRepository
{
    /// <summary>Stores a new rule.</summary>
    Task Add(RuleEntry rule, CancellationToken ct);

    /// <summary>Loads a rule and locks it until the command ends.</summary>
    /// <exception cref="Domain.NotFoundException"><c>SCREENING_RULE_NOT_FOUND</c>.</exception>
    Task<RuleEntry> Get(Guid id, CancellationToken ct);

    /// <summary>Stores the changed rule.</summary>
    Task Save(RuleEntry rule, CancellationToken ct);

    /// <summary>Forgets a rule. What it has refused keeps its reason.</summary>
    Task Remove(Guid id, CancellationToken ct);
}
