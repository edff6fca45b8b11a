using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>Whether a brief would be refused, while its customer is still writing it. Nothing is stored.</summary>
public sealed record PreviewBrief(UnfinishedBrief Draft) : IQuery<BriefPreview>;

/// <summary>What is there of a brief so far; each may be missing or empty.</summary>
/// <param name="ProjectName">One line.</param>
/// <param name="Description">What it is for and what it should do.</param>
/// <param name="BudgetMax">Whole KRW.</param>
/// <param name="Features">Wished-for features.</param>
public sealed record UnfinishedBrief(string? ProjectName, string? Description, long? BudgetMax, IReadOnlyList<string>? Features)
{
    /// <summary>As the screening reads it.</summary>
    public Brief ToBrief() => new(ProjectName ?? "", Description ?? "", [], null, BudgetMax, null, Features ?? []);
}

/// <summary>The judgement on what is there so far.</summary>
/// <param name="Rejection">Why it would be refused, or null.</param>
public sealed record BriefPreview(Rejection? Rejection);

internal sealed class UnfinishedBriefValidator : AbstractValidator<UnfinishedBrief>
{
    public UnfinishedBriefValidator()
    {
        RuleFor(draft => draft.ProjectName).MaximumLength(Brief.MaxProjectName);
        RuleFor(draft => draft.Description).MaximumLength(Brief.MaxDescription);
        RuleFor(draft => draft.BudgetMax).GreaterThanOrEqualTo(0);
        RuleFor(draft => draft.Features).MaximumItems(Brief.MaxFeatures);
        RuleForEach(draft => draft.Features).MaximumLength(Brief.MaxFeatureLength);
    }
}
