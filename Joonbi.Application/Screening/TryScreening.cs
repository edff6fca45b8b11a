using Joonbi.Domain.Consultations;
using Joonbi.Domain.Screening;

namespace Joonbi.Application.Screening;

/// <summary>What the rules say to a text, before anybody is refused by them. Nothing is stored.</summary>
public sealed record TryScreening(ScreeningTrial Trial) : IQuery<ScreeningVerdict>;

/// <summary>A text to be judged by the active rules and, if given, by a draft among them.</summary>
/// <param name="Text">As a customer might write it; 1–5,000 characters.</param>
/// <param name="Rule">A rule that is not stored yet.</param>
/// <param name="Replaces">The stored rule whose place the draft takes.</param>
public sealed record ScreeningTrial(string Text, RuleDraft? Rule, Guid? Replaces);

/// <summary>The judgement.</summary>
/// <param name="Refused">A brief with this text would be refused.</param>
/// <param name="Reason">What its customer would read.</param>
/// <param name="Hits">Every term that was found, in the order of the text, also where it is excused.</param>
public sealed record ScreeningVerdict(bool Refused, string? Reason, IReadOnlyList<TrialHit> Hits);

/// <summary>A term that was found.</summary>
/// <param name="RuleId">The stored rule; null for the draft.</param>
/// <param name="Rule">What the studio calls the rule.</param>
/// <param name="Category">What a hit means.</param>
/// <param name="Term">As the rule has it.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Excuse">Why it is no reason to refuse; null when it is one.</param>
/// <param name="Phrase">The exception that excuses it.</param>
public sealed record TrialHit(Guid? RuleId, string Rule, ScreeningCategory Category, string Term, int Start, int End, Excuse? Excuse, string? Phrase);

internal sealed class ScreeningTrialValidator : AbstractValidator<ScreeningTrial>
{
    public ScreeningTrialValidator()
    {
        RuleFor(trial => trial.Text).NotEmpty().Length(1, Brief.MaxDescription);
        RuleFor(trial => trial.Rule!).SetValidator(new RuleDraftValidator());
        RuleFor(trial => trial.Replaces).Null().When(trial => trial.Rule is null).WithMessage("초안과 함께 보내 주세요.");
    }
}
