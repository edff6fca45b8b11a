using Joonbi.Application.Files;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Files;

internal sealed class GetOwnFileHandler(ReadDb db) : IRequestHandler<GetOwnFile, FileToSend?>
{
    public Task<FileToSend?> Handle(GetOwnFile query, CancellationToken ct) =>
        db.One<FileToSend>(
            """
            select storage_key, file_name, content_type, sha256, created_at
              from files
             where id = @FileId and owner_id = @UserId
            """,
            query,
            ct);
}
