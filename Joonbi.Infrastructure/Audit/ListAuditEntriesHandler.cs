using Joonbi.Application;
using Joonbi.Application.Audit;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Audit;

internal sealed class ListAuditEntriesHandler(ReadDb db) : IRequestHandler<ListAuditEntries, Page<AuditEntry>>
{
    static ListAuditEntriesHandler() => DapperConventions.AddJson(typeof(IReadOnlyList<AuditChange>));

    public async Task<Page<AuditEntry>> Handle(ListAuditEntries query, CancellationToken ct)
    {
        var rows = await db.Many<AuditEntry>(
            """
            select audit_log.id, at, actor_id, users.name as actor_name, action, subject, subject_id,
                   (select coalesce(jsonb_agg(jsonb_build_object('field', key, 'before', old.value, 'after', new.value) order by key), '[]')
                      from jsonb_each_text(coalesce(before, '{}')) old
                      full join jsonb_each_text(coalesce(after, '{}')) new using (key)
                     where old.value is distinct from new.value) as changes
              from audit_log
              left join users on users.id = actor_id
             where audit_log.id < @Before
               and (@Actor::uuid is null or actor_id = @Actor)
               and (@Action::text is null or action = @Action)
               and (@Subject::text is null or subject = @Subject)
               and (@SubjectId::text is null or subject_id = @SubjectId)
             order by audit_log.id desc
             limit @Take
            """,
            new { query.Filter.Actor, query.Filter.Action, query.Filter.Subject, query.Filter.SubjectId, Before = query.Page.Before ?? Guid.AllBitsSet, query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
