using Joonbi.Application.Screening;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Screening;

internal sealed class ListScreeningRulesHandler(ReadDb db) : IRequestHandler<ListScreeningRules, IReadOnlyList<RuleEntry>>
{
    public Task<IReadOnlyList<RuleEntry>> Handle(ListScreeningRules query, CancellationToken ct) =>
        db.Many<RuleEntry>(
            """
            select id, category, name, terms, unless, reason, active, version, updated_at
              from screening_rules
             order by category, name, id
            """,
            query,
            ct);
}
