namespace Joonbi.Domain.Files;

/// <summary>The rows that say whose the stored bytes are.</summary>
public interface IFileRepository
{
    /// <summary>Stores a row for bytes that are in the store already.</summary>
    Task Add(StoredFile file, CancellationToken ct);

    /// <summary>The row of that file, whoever may see it.</summary>
    /// <exception cref="NotFoundException">There is no such file (<c>FILE_NOT_FOUND</c>).</exception>
    Task<StoredFile> Get(Guid id, CancellationToken ct);

    /// <summary>As <see cref="Get"/>, for its owner only; locked until the command ends, so that nobody attaches it meanwhile.</summary>
    /// <exception cref="NotFoundException">There is no such file of this customer (<c>FILE_NOT_FOUND</c>).</exception>
    Task<StoredFile> GetOwn(Guid id, Guid ownerId, CancellationToken ct);

    /// <summary>Whether something holds on to it.</summary>
    Task<bool> IsAttached(Guid id, CancellationToken ct);

    /// <summary>Forgets the row; the bytes are the caller's business.</summary>
    Task Remove(StoredFile file, CancellationToken ct);

    /// <summary>A look at what the customer has waiting, outside the command's transaction.</summary>
    Task<WaitingFiles> PeekWaiting(Guid ownerId, CancellationToken ct);

    /// <summary>What the customer has waiting; no other upload of theirs gets past this until the command ends.</summary>
    Task<WaitingFiles> LockWaiting(Guid ownerId, CancellationToken ct);
}
