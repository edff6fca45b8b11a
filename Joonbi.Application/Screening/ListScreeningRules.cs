namespace Joonbi.Application.Screening;

/// <summary>All screening rules in the order in which they judge, also those that refuse nobody now.</summary>
public sealed record ListScreeningRules : IQuery<IReadOnlyList<RuleEntry>>;
