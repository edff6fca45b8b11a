using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Analyses;

/// <summary>What waits for the agent, oldest first; also when its trigger was lost on the way, which is what the list is for.</summary>
public sealed record ListPendingAnalyses(PendingRange Range) : IQuery<IReadOnlyList<PendingAnalysis>>;

/// <summary>How much of the queue is asked for.</summary>
/// <param name="Limit">1–50; 10 when absent.</param>
public sealed record PendingRange(int? Limit)
{
    /// <summary>What <see cref="Limit"/> is when absent.</summary>
    public const int DefaultLimit = 10;

    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 50;

    /// <summary>How many rows to show.</summary>
    public int Size => Limit ?? DefaultLimit;
}

/// <summary>A consultation that waits for a run.</summary>
/// <param name="Id">The consultation.</param>
/// <param name="ProjectName">As the customer calls it.</param>
/// <param name="Status">REQUESTED.</param>
/// <param name="Attempt">Which attempt a start would be: 1, 2, …</param>
/// <param name="CreatedAt">When it was handed in.</param>
/// <param name="TriggeredAt">When Discord last took a trigger; null when none has arrived.</param>
public sealed record PendingAnalysis(Guid Id, string ProjectName, ConsultationStatus Status, int Attempt, DateTimeOffset CreatedAt, DateTimeOffset? TriggeredAt);

internal sealed class PendingRangeValidator : AbstractValidator<PendingRange>
{
    public PendingRangeValidator() => RuleFor(range => range.Limit).InclusiveBetween(1, PendingRange.MaxLimit);
}
