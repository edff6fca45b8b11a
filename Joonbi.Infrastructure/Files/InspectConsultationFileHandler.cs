using Joonbi.Application.Files;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Files;

internal sealed class InspectConsultationFileHandler(ReadDb db) : IRequestHandler<InspectConsultationFile, FileToSend?>
{
    public Task<FileToSend?> Handle(InspectConsultationFile query, CancellationToken ct) =>
        db.One<FileToSend>(
            """
            select storage_key, file_name, content_type, sha256, created_at
              from files
             where id = @FileId
               and (exists (select from documents where consultation_id = @ConsultationId and file_id = files.id)
                 or exists (select from attachments where consultation_id = @ConsultationId and file_id = files.id))
            """,
            query,
            ct);
}
