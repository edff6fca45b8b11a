using Joonbi.Application.Analyses;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Analyses;

internal sealed class GetAssignmentHandler(ReadDb db) : IRequestHandler<GetAssignment, Assignment?>
{
    static GetAssignmentHandler()
    {
        DapperConventions.AddJson(typeof(IReadOnlyList<AssignmentAttachment>));
        DapperConventions.AddJson(typeof(IReadOnlyList<AssignmentPrice>));
        DapperConventions.AddJson(typeof(DeliveredParts));
        DapperConventions.AddJson(typeof(AssignmentRun));
    }

    public Task<Assignment?> Handle(GetAssignment query, CancellationToken ct) =>
        db.One<Assignment>(
            """
            select consultations.id, kind, status, project_name, description, reference_urls, budget_min, budget_max, desired_date,
                   features, users.name as customer_name,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', files.id, 'fileName', file_name, 'contentType', content_type, 'size', size) order by position), '[]')
                      from attachments join files on files.id = file_id
                     where consultation_id = consultations.id) as attachments,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'code', code, 'category', category, 'name', name, 'unit', unit, 'price', price,
                               'isMinimum', is_minimum, 'isOptionalDeliverable', is_optional_deliverable) order by position), '[]')
                      from prices
                     where active) as prices,
                   jsonb_build_object(
                       'analysis', analysis is not null,
                       'designs', designs is not null,
                       'documents', (select jsonb_build_object(
                               'analysis', coalesce(max(version) filter (where type = 'ANALYSIS'), 0),
                               'requirements', coalesce(max(version) filter (where type = 'REQUIREMENTS'), 0),
                               'plan', coalesce(max(version) filter (where type = 'PLAN'), 0),
                               'quotation', coalesce(max(version) filter (where type = 'QUOTATION'), 0))
                          from documents
                         where consultation_id = consultations.id)) as parts,
                   case when status = 'ANALYZING'
                        then jsonb_build_object('runId', run_id, 'attempt', attempts, 'leaseUntil', lease_until)
                   end as run,
                   consultations.created_at
              from consultations join users on users.id = user_id
             where consultations.id = @ConsultationId
            """,
            query,
            ct);
}
