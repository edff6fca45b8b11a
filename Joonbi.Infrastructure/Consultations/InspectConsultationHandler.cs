using Joonbi.Application.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Consultations;

internal sealed class InspectConsultationHandler(ReadDb db) : IRequestHandler<InspectConsultation, ConsultationDossier?>
{
    static InspectConsultationHandler()
    {
        DapperConventions.AddJson(typeof(ConsultationCustomer));
        DapperConventions.AddJson(typeof(IReadOnlyList<AttachmentLine>));
        DapperConventions.AddJson(typeof(IReadOnlyList<DocumentLine>));
        DapperConventions.AddJson(typeof(ShareState));
        DapperConventions.AddJson(typeof(IReadOnlyList<RunLine>));
        DapperConventions.AddJson(typeof(IReadOnlyList<ThreadLine>));
        DapperConventions.AddJson(typeof(IReadOnlyList<TimelineLine>));
        DapperConventions.AddJson(typeof(IReadOnlyList<DeliveryLine>));
    }

    public Task<ConsultationDossier?> Handle(InspectConsultation query, CancellationToken ct) =>
        db.One<ConsultationDossier>(
            """
            select id, kind, status, version,
                   (select jsonb_build_object('id', users.id, 'name', name, 'email', email, 'phone', phone)
                      from users
                     where users.id = user_id) as customer,
                   project_name, description, reference_urls, budget_min, budget_max, desired_date, features,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'fileId', files.id, 'fileName', file_name, 'contentType', content_type, 'size', size) order by position), '[]')
                      from attachments
                      join files on files.id = file_id
                     where consultation_id = consultations.id) as attachments,
                   campaign_id, rejection, screening_overruled, attempts, triggers, triggered_at, lease_until, deadline_at,
                   percent, stage, note, analysis,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'type', type, 'version', documents.version, 'fileId', file_id, 'fileName', file_name,
                               'size', size, 'createdAt', documents.created_at) order by type, documents.version desc), '[]')
                      from documents
                      join files on files.id = file_id
                     where consultation_id = consultations.id) as documents,
                   designs_version, designs,
                   (select jsonb_build_object('createdAt', share_links.created_at, 'expiresAt', expires_at)
                      from share_links
                     where consultation_id = consultations.id and revoked_at is null) as share,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', started.data->'runId', 'attempt', started.data->'attempt', 'startedAt', started.at,
                               'failedAt', failed.at, 'error', failed.data->'error') order by started.seq), '[]')
                      from consultation_events started
                      left join consultation_events failed
                        on failed.consultation_id = started.consultation_id and failed.kind = 'ATTEMPT_FAILED'
                       and failed.data->>'runId' = started.data->>'runId'
                     where started.consultation_id = consultations.id and started.kind = 'STARTED') as runs,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', messages.id, 'author', author, 'authorName', name, 'body', body, 'createdAt', messages.created_at)
                               order by messages.id), '[]')
                      from consultation_messages messages
                      join users on users.id = author_id
                     where consultation_id = consultations.id) as messages,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'seq', seq, 'kind', events.kind, 'actor', actor, 'attempt', data->'attempt', 'percent', data->'percent',
                               'document', data->'type', 'version', data->'version',
                               'text', coalesce(data->>'reason', data->>'error', data->>'stage'), 'note', data->'note',
                               'reference', coalesce(data->>'messageId', data->>'paymentId', data->>'runId'), 'at', at) order by seq), '[]')
                      from consultation_events events
                     where consultation_id = consultations.id) as timeline,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', outbox.id, 'lane', lane, 'eventType', event_type, 'handler', handler, 'attempts', outbox.attempts,
                               'lastError', last_error, 'occurredAt', occurred_at, 'failedAt', failed_at) order by outbox.id), '[]')
                      from outbox
                     where processed_at is null and payload->>'consultationId' = consultations.id::text) as deliveries,
                   created_at, updated_at, completed_at, closed_at
              from consultations
             where id = @Id
            """,
            query,
            ct);
}
