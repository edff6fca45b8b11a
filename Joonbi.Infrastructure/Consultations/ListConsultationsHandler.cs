using Joonbi.Application;
using Joonbi.Application.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Consultations;

/// <summary>A range of the index <c>consultations_own</c>: as fast for the thousandth customer as for the first.</summary>
internal sealed class ListConsultationsHandler(ReadDb db) : IRequestHandler<ListConsultations, Page<ConsultationSummary>>
{
    /// <summary>Named so that the bench can run the very same statement without the house around it.</summary>
    internal const string Sql =
        """
        select id, kind, status, project_name, percent, campaign_id is not null as free_slot, created_at, updated_at, completed_at
          from consultations
         where user_id = @UserId and id < @Before and (@Status::text is null or status = @Status)
         order by id desc
         limit @Take
        """;

    public async Task<Page<ConsultationSummary>> Handle(ListConsultations query, CancellationToken ct)
    {
        var rows = await db.Many<ConsultationSummary>(
            Sql,
            new { query.UserId, query.Status, Before = query.Page.Before ?? Guid.AllBitsSet, query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
