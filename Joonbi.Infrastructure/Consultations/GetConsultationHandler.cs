using Joonbi.Application.Consultations;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Consultations;

internal sealed class GetConsultationHandler(ReadDb db, ConsultationPolicy policy, TimeProvider clock) : IRequestHandler<GetConsultation, ConsultationDetails?>
{
    /// <summary>Named so that the bench can run the very same statement without the house around it.</summary>
    internal const string Sql =
        """
        select id, kind, status, version, project_name, description, reference_urls, budget_min, budget_max, desired_date, features,
               campaign_id is not null as free_slot,
               case when status = 'AWAITING_PAYMENT' then jsonb_build_object('amount', @AnalysisFee, 'dueBy', deadline_at) end as payment,
               rejection, percent, stage, note, analysis,
               (select coalesce(jsonb_agg(jsonb_build_object(
                           'type', latest.type, 'version', latest.version, 'fileId', latest.file_id, 'fileName', files.file_name,
                           'size', files.size, 'createdAt', latest.created_at) order by latest.type), '[]')
                  from (select distinct on (type) type, version, file_id, created_at
                          from documents
                         where consultation_id = consultations.id
                         order by type, version desc) latest
                  join files on files.id = latest.file_id) as documents,
               designs_version, designs,
               (select coalesce(jsonb_agg(jsonb_build_object(
                           'fileId', files.id, 'fileName', file_name, 'contentType', content_type, 'size', size) order by position), '[]')
                  from attachments
                  join files on files.id = attachments.file_id
                 where consultation_id = consultations.id) as attachments,
               (select jsonb_build_object('createdAt', share_links.created_at, 'expiresAt', share_links.expires_at)
                  from share_links
                 where consultation_id = consultations.id and revoked_at is null and share_links.expires_at > @Now) as share,
               created_at, updated_at, completed_at, closed_at
          from consultations
         where id = @Id and user_id = @UserId
        """;

    static GetConsultationHandler()
    {
        DapperConventions.AddJson(typeof(PaymentDue));
        DapperConventions.AddJson(typeof(IReadOnlyList<DocumentLine>));
        DapperConventions.AddJson(typeof(IReadOnlyList<AttachmentLine>));
        DapperConventions.AddJson(typeof(ShareState));
    }

    public Task<ConsultationDetails?> Handle(GetConsultation query, CancellationToken ct) =>
        db.One<ConsultationDetails>(
            Sql,
            new { query.Id, query.UserId, policy.AnalysisFee, Now = clock.GetUtcNow() },
            ct);
}
