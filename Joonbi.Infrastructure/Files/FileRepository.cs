using Joonbi.Domain.Files;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Files;

/// <summary>Files as rows.</summary>
internal sealed class FileRepository(DbSession session) : IFileRepository
{
    public Task Add(StoredFile file, CancellationToken ct) =>
        session.Execute(
            """
            insert into files (id, owner_id, purpose, storage_key, file_name, content_type, size, sha256, created_at)
            values (@Id, @OwnerId, @Purpose, @StorageKey, @FileName, @ContentType, @Size, @Sha256, @CreatedAt)
            """,
            file,
            ct);

    public async Task<StoredFile> Get(Guid id, CancellationToken ct) =>
        await session.One<StoredFile>(
            "select id, owner_id, purpose, storage_key, file_name, content_type, size, sha256, created_at from files where id = @id",
            new { id },
            ct) ?? throw StoredFile.NotFound();
}
