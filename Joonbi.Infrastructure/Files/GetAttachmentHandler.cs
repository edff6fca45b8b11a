using Joonbi.Application.Files;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Files;

internal sealed class GetAttachmentHandler(ReadDb db) : IRequestHandler<GetAttachment, FileToSend?>
{
    public Task<FileToSend?> Handle(GetAttachment query, CancellationToken ct) =>
        db.One<FileToSend>(
            """
            select storage_key, file_name, content_type, sha256, created_at
              from files
             where id = @FileId and exists (select from attachments where file_id = files.id)
            """,
            query,
            ct);
}
