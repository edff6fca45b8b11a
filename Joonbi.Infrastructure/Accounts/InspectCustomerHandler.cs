using Joonbi.Application.Accounts;
using Joonbi.Application.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

internal sealed class InspectCustomerHandler(ReadDb db, TimeProvider clock) : IRequestHandler<InspectCustomer, CustomerDossier?>
{
    static InspectCustomerHandler()
    {
        DapperConventions.AddJson(typeof(IReadOnlyList<GivenConsent>));
        DapperConventions.AddJson(typeof(IReadOnlyList<ConsultationSummary>));
    }

    public Task<CustomerDossier?> Handle(InspectCustomer query, CancellationToken ct) =>
        db.One<CustomerDossier>(
            """
            select id, version, email, name, phone, role, email_verified_at is not null as email_verified, mail_failed_at,
                   (select coalesce(jsonb_agg(jsonb_build_object('document', document, 'version', last.version, 'givenAt', given_at) order by given_at, document desc), '[]')
                      from (select distinct on (document) document, consents.version, granted, given_at from consents where user_id = users.id order by document, id desc) as last
                     where granted) as consents,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', newest.id, 'kind', kind, 'status', status, 'projectName', project_name, 'percent', percent,
                               'freeSlot', campaign_id is not null, 'createdAt', newest.created_at, 'updatedAt', newest.updated_at,
                               'completedAt', completed_at) order by newest.id desc), '[]')
                      from (select * from consultations where user_id = users.id order by id desc limit 20) newest) as consultations,
                   (select count(*)::int from sessions where user_id = users.id and revoked_at is null and expires_at > @Now) as open_sessions,
                   created_at, updated_at,
                   (select max(last_used_at) from sessions where user_id = users.id) as last_seen_at,
                   deleted_at
              from users
             where id = @Id
            """,
            new { query.Id, Now = clock.GetUtcNow() },
            ct);
}
