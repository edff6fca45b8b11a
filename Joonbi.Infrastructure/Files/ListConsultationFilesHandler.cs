using Joonbi.Application.Consultations;
using Joonbi.Application.Files;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Files;

internal sealed class ListConsultationFilesHandler(ReadDb db) : IRequestHandler<ListConsultationFiles, ConsultationFiles?>
{
    static ListConsultationFilesHandler()
    {
        DapperConventions.AddJson(typeof(IReadOnlyList<DocumentLine>));
        DapperConventions.AddJson(typeof(IReadOnlyList<AttachmentLine>));
    }

    public Task<ConsultationFiles?> Handle(ListConsultationFiles query, CancellationToken ct) =>
        db.One<ConsultationFiles>(
            """
            select (select coalesce(jsonb_agg(jsonb_build_object(
                               'type', type, 'version', version, 'fileId', file_id, 'fileName', file_name, 'size', size,
                               'createdAt', documents.created_at) order by type, version desc), '[]')
                      from documents
                      join files on files.id = file_id
                     where consultation_id = consultations.id) as documents,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'fileId', file_id, 'fileName', file_name, 'contentType', content_type, 'size', size) order by position), '[]')
                      from attachments
                      join files on files.id = file_id
                     where consultation_id = consultations.id) as attachments
              from consultations
             where id = @ConsultationId and user_id = @UserId
            """,
            query,
            ct);
}
