namespace Joonbi.Application.Screening;

/// <summary>One screening rule.</summary>
public sealed record GetScreeningRule(Guid Id) : IQuery<RuleEntry?>;
