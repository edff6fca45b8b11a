using Joonbi.Application;
using Joonbi.Application.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Consultations;

/// <summary>
/// Four ways into the same list, and only those that the question opens read a row: all of it along <c>consultations_all</c>,
/// one state along <c>consultations_by_status</c>, and a search through the letter pairs of projects and of customers. Each
/// ends by itself, so a word that half of them hold is found among the newest.
/// </summary>
internal sealed class ListAllConsultationsHandler(ReadDb db) : IRequestHandler<ListAllConsultations, Page<ConsultationLine>>
{
    public const string Sql =
        """
        with found as (
            (select id
               from consultations
              where @Q::text is null and @Status::text is null and id < @Before and (@Kind::text is null or kind = @Kind)
              order by id desc
              limit @Take)
            union all
            (select id
               from consultations
              where @Q::text is null and status = @Status and id < @Before and (@Kind::text is null or kind = @Kind)
              order by id desc
              limit @Take)
            union
            (select id
               from consultations
              where letter_pairs(project_name) @> letter_pairs(@Q) and strpos(lower(project_name), lower(@Q)) > 0
                and (@Status::text is null or status = @Status) and id < @Before and (@Kind::text is null or kind = @Kind)
              order by id desc
              limit @Take)
            union
            (select consultations.id
               from users
               join consultations on user_id = users.id
              where letter_pairs(name || ' ' || email) @> letter_pairs(@Q) and strpos(lower(name || ' ' || email), lower(@Q)) > 0
                and (@Status::text is null or status = @Status) and consultations.id < @Before and (@Kind::text is null or kind = @Kind)
              order by consultations.id desc
              limit @Take))
        select consultations.id, kind, status, project_name,
               jsonb_build_object('id', users.id, 'name', name, 'email', email, 'phone', phone) as customer,
               percent, attempts, campaign_id is not null as free_slot,
               consultations.created_at, consultations.updated_at, completed_at
          from found
          join consultations on consultations.id = found.id
          join users on users.id = user_id
         order by consultations.id desc
         limit @Take
        """;

    static ListAllConsultationsHandler() => DapperConventions.AddJson(typeof(ConsultationCustomer));

    public async Task<Page<ConsultationLine>> Handle(ListAllConsultations query, CancellationToken ct)
    {
        var rows = await db.Many<ConsultationLine>(
            Sql,
            new { query.Search.Q, query.Status, query.Kind, Before = query.Page.Before ?? Guid.AllBitsSet, query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
