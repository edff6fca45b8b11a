using Joonbi.Application.Consultations;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Consultations;

internal sealed class GetSharedConsultationHandler(ReadDb db, TimeProvider clock) : IRequestHandler<GetSharedConsultation, SharedConsultation?>
{
    static GetSharedConsultationHandler() => DapperConventions.AddJson(typeof(IReadOnlyList<DocumentLine>));

    public Task<SharedConsultation?> Handle(GetSharedConsultation query, CancellationToken ct) =>
        db.One<SharedConsultation>(
            """
            select project_name, analysis,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'type', latest.type, 'version', latest.version, 'fileId', latest.file_id, 'fileName', files.file_name,
                               'size', files.size, 'createdAt', latest.created_at) order by latest.type), '[]')
                      from (select distinct on (type) type, version, file_id, created_at
                              from documents
                             where consultation_id = consultations.id
                             order by type, version desc) latest
                      join files on files.id = latest.file_id) as documents,
                   designs, completed_at, expires_at
              from share_links
              join consultations on consultations.id = consultation_id
             where token_hash = @TokenHash and revoked_at is null and expires_at > @Now and status in ('COMPLETED', 'CONVERTED')
            """,
            new { TokenHash = ShareLink.HashOf(query.Token), Now = clock.GetUtcNow() },
            ct);
}
