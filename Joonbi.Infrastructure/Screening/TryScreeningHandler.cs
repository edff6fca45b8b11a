using Joonbi.Application.Screening;
using Joonbi.Domain.Screening;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Screening;

internal sealed class TryScreeningHandler(ReadDb db) : IRequestHandler<TryScreening, ScreeningVerdict>
{
    public async Task<ScreeningVerdict> Handle(TryScreening query, CancellationToken ct)
    {
        var trial = query.Trial;
        var stored = await db.Many<RuleEntry>(
            "select id, category, name, terms, unless, reason, active, version, updated_at from screening_rules where active", query, ct);

        // By reference: two rules with the same words are still two rules.
        var ids = new Dictionary<object, Guid?>(ReferenceEqualityComparer.Instance);
        foreach (var rule in stored.Where(rule => rule.Id != trial.Replaces))
            ids.Add(rule.ToRule(), rule.Id);
        if (trial.Rule is { Active: true } draft)
            ids.Add(draft.ToRule(), null);

        var rules = new RuleBook(ids.Keys.Cast<ScreeningRule>());
        var refusal = rules.Judge(trial.Text);
        return new ScreeningVerdict(
            refusal is not null,
            refusal?.Rule.Reason,
            [.. rules.Examine(trial.Text).Select(hit => new TrialHit(ids[hit.Rule], hit.Rule.Name, hit.Rule.Category, hit.Term, hit.Start, hit.End, hit.Excuse, hit.Phrase))]);
    }
}
