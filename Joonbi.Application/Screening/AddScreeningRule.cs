using Joonbi.Application.Consultations;
using Joonbi.Domain;
using Joonbi.Domain.Screening;

namespace Joonbi.Application.Screening;

/// <summary>A new screening rule. It judges from the next brief on.</summary>
public sealed record AddScreeningRule(Guid AdminId, RuleDraft Draft) : ICommand<Guid>;

/// <summary>A screening rule as an admin writes it, new or changed. How terms are written is told at <see cref="ScreeningRule"/>.</summary>
/// <param name="Category">What a hit means.</param>
/// <param name="Name">What the studio calls it.</param>
/// <param name="Terms">The words that hit; 1–300.</param>
/// <param name="Unless">Harmless phrases: a hit inside one of them is none.</param>
/// <param name="Reason">Korean, shown to the customer.</param>
/// <param name="Active">False: it refuses nobody.</param>
public sealed record RuleDraft(
    ScreeningCategory Category, string Name, IReadOnlyList<string> Terms, IReadOnlyList<string>? Unless, string Reason, bool Active = true)
{
    /// <summary>As the judge reads it.</summary>
    public ScreeningRule ToRule() => new(Category, Name.Trim(), Terms, Unless ?? [], Reason.Trim());

    internal RuleEntry ToEntry(Guid id, int version, DateTimeOffset now) =>
        new(id, Category, Name.Trim(), Terms, Unless ?? [], Reason.Trim(), Active, version, now);
}

internal sealed class RuleDraftValidator : AbstractValidator<RuleDraft>
{
    private const int MaxName = 100;
    private const int MaxReason = 1_000;
    private const int MaxPhrases = 300;
    private const int MaxPhrase = 100;

    public RuleDraftValidator()
    {
        RuleFor(draft => draft.Name).NotEmpty().Length(1, MaxName).PlainText();
        RuleFor(draft => draft.Terms).NotEmpty();
        RuleFor(draft => draft.Terms).MaximumItems(MaxPhrases);
        RuleForEach(draft => draft.Terms).Length(1, MaxPhrase).Must(IsReadable).WithMessage(Unreadable);
        RuleFor(draft => draft.Unless).MaximumItems(MaxPhrases);
        RuleForEach(draft => draft.Unless).Length(1, MaxPhrase).Must(IsReadable).WithMessage(Unreadable);
        RuleFor(draft => draft.Reason).NotEmpty().Length(1, MaxReason).PlainText();
    }

    private static bool IsReadable(string? phrase) => phrase is not null && ScreeningRule.IsReadable(phrase);

    private const string Unreadable = "찾을 글자가 있어야 합니다. '*'는 앞이나 뒤에, '…'는 글자 사이에만 쓸 수 있습니다.";
}

internal sealed class AddScreeningRuleHandler(IRuleRepository rules, IAuditLog audit, IRandomSource random, TimeProvider clock)
    : IRequestHandler<AddScreeningRule, Guid>
{
    public async Task<Guid> Handle(AddScreeningRule command, CancellationToken ct)
    {
        var rule = command.Draft.ToEntry(random.NextId(), version: 1, clock.GetUtcNow());
        await rules.Add(rule, ct);
        await audit.Write(command.AdminId, "screening-rule.add", rule.Id, null, rule, ct);
        return rule.Id;
    }
}
