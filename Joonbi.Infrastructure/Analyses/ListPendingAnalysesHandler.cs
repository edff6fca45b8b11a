using Joonbi.Application.Analyses;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Analyses;

internal sealed class ListPendingAnalysesHandler(ReadDb db) : IRequestHandler<ListPendingAnalyses, IReadOnlyList<PendingAnalysis>>
{
    public Task<IReadOnlyList<PendingAnalysis>> Handle(ListPendingAnalyses query, CancellationToken ct) =>
        db.Many<PendingAnalysis>(
            """
            select id, project_name, status, attempts + 1 as attempt, created_at, triggered_at
              from consultations
             where kind = 'ANALYSIS' and status = 'REQUESTED'
             order by id
             limit @Size
            """,
            new { query.Range.Size },
            ct);
}
