using System.Text.Json;
using Joonbi.Application.Screening;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Screening;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Screening;

/// <summary>Screens by the rules as they are now: an admin's change counts from the next brief on.</summary>
internal sealed class StoredRules(DbSession session, ConsultationPolicy policy) : IScreening
{
    public const string Select = "select category, name, terms, unless, reason from screening_rules where active";

    public async Task<Rejection?> Judge(Brief brief, CancellationToken ct)
    {
        if (brief.BudgetMax < policy.MinimumBudget)
            return new Rejection("BUDGET_TOO_LOW", $"예산은 {policy.MinimumBudget:N0}원 이상이어야 합니다.");

        var rules = await session.Many<ScreeningRule>(Select, new { }, ct);
        return new RuleBook(rules).Judge([brief.ProjectName, brief.Description, .. brief.Features]) is { } hit
            ? new Rejection(JsonNamingPolicy.SnakeCaseUpper.ConvertName(hit.Rule.Category.ToString()), hit.Rule.Reason)
            : null;
    }
}
