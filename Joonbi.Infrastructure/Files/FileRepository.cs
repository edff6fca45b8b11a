using Joonbi.Domain.Files;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Files;

/// <summary>Files as rows.</summary>
internal sealed class FileRepository(DbSession session, ReadDb db) : IFileRepository
{
    private const string Waiting =
        """
        select count(*)::int as count, coalesce(sum(size), 0)::bigint as bytes
          from files
         where owner_id = @ownerId and purpose = 'ATTACHMENT' and not exists (select from attachments where file_id = files.id)
        """;

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

    public async Task<StoredFile> GetOwn(Guid id, Guid ownerId, CancellationToken ct) =>
        await session.One<StoredFile>(
            """
            select id, owner_id, purpose, storage_key, file_name, content_type, size, sha256, created_at
              from files
             where id = @id and owner_id = @ownerId
               for update
            """,
            new { id, ownerId },
            ct) ?? throw StoredFile.NotFound();

    public Task<bool> IsAttached(Guid id, CancellationToken ct) =>
        session.One<bool>("select exists (select from attachments where file_id = @id)", new { id }, ct);

    public Task Remove(StoredFile file, CancellationToken ct) => session.Execute("delete from files where id = @Id", new { file.Id }, ct);

    public async Task<WaitingFiles> PeekWaiting(Guid ownerId, CancellationToken ct) => (await db.One<WaitingFiles>(Waiting, new { ownerId }, ct))!;

    public async Task<WaitingFiles> LockWaiting(Guid ownerId, CancellationToken ct)
    {
        await session.Execute("select pg_advisory_xact_lock(hashtextextended('waiting files of ' || @ownerId, 0))", new { ownerId }, ct);
        return (await session.One<WaitingFiles>(Waiting, new { ownerId }, ct))!;
    }
}
