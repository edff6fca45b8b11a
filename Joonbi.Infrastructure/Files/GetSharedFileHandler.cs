using System.Security.Cryptography;
using System.Text;
using Joonbi.Application.Files;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Files;

internal sealed class GetSharedFileHandler(ReadDb db, TimeProvider clock) : IRequestHandler<GetSharedFile, FileToSend?>
{
    public Task<FileToSend?> Handle(GetSharedFile query, CancellationToken ct) =>
        db.One<FileToSend>(
            """
            select storage_key, file_name, content_type, sha256, files.created_at
              from files
             where id = @FileId
               and exists (select
                             from share_links
                             join documents on documents.consultation_id = share_links.consultation_id
                            where token_hash = @TokenHash and revoked_at is null and expires_at > @Now and file_id = files.id)
            """,
            new { query.FileId, TokenHash = SHA256.HashData(Encoding.UTF8.GetBytes(query.Token)), Now = clock.GetUtcNow() },
            ct);
}
