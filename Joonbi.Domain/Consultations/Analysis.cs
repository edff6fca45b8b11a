namespace Joonbi.Domain.Consultations;

/// <summary>Whether the studio can build it: yes, yes under conditions, no.</summary>
public enum Feasibility
{
    /// <summary>It can be built as asked.</summary>
    Feasible,

    /// <summary>It can be built if the named risks are settled.</summary>
    Conditional,

    /// <summary>It cannot be built; the analysis says why.</summary>
    Infeasible,
}

/// <summary>One priced part of the estimate.</summary>
/// <param name="Name">What the customer reads.</param>
/// <param name="Description">More of it, or none.</param>
/// <param name="Price">Whole KRW, not negative.</param>
/// <param name="Required">False: the customer may leave it out.</param>
public sealed record Feature(string Name, string? Description, long Price, bool Required);

/// <summary>What the agent found. Given once, compared and stored as one value.</summary>
public sealed record Analysis(
    Feasibility Feasibility,
    long EstimatedMin,
    long EstimatedMax,
    int EstimatedDays,
    IReadOnlyList<Feature> Features,
    IReadOnlyList<string> Risks,
    string? RejectReason)
{
    /// <summary>Equal content is equal, list by list: a repeated delivery must be recognised.</summary>
    public bool Equals(Analysis? other) =>
        other is not null
        && (Feasibility, EstimatedMin, EstimatedMax, EstimatedDays, RejectReason)
            == (other.Feasibility, other.EstimatedMin, other.EstimatedMax, other.EstimatedDays, other.RejectReason)
        && Features.SequenceEqual(other.Features)
        && Risks.SequenceEqual(other.Risks);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Feasibility, EstimatedMin, EstimatedMax, EstimatedDays, RejectReason);
}
