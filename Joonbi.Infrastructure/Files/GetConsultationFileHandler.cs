using Joonbi.Application.Files;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Files;

internal sealed class GetConsultationFileHandler(ReadDb db) : IRequestHandler<GetConsultationFile, FileToSend?>
{
    public Task<FileToSend?> Handle(GetConsultationFile query, CancellationToken ct) =>
        db.One<FileToSend>(
            """
            select storage_key, file_name, content_type, sha256, created_at
              from files
             where id = @FileId
               and exists (select from consultations where id = @ConsultationId and user_id = @UserId)
               and (exists (select from documents where consultation_id = @ConsultationId and file_id = files.id)
                 or exists (select from attachments where consultation_id = @ConsultationId and file_id = files.id))
            """,
            query,
            ct);
}
