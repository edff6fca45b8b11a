using Joonbi.Application.Screening;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Screening;

internal sealed class GetScreeningRuleHandler(ReadDb db) : IRequestHandler<GetScreeningRule, RuleEntry?>
{
    public Task<RuleEntry?> Handle(GetScreeningRule query, CancellationToken ct) =>
        db.One<RuleEntry>(
            "select id, category, name, terms, unless, reason, active, version, updated_at from screening_rules where id = @Id", query, ct);
}
