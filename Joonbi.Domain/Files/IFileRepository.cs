namespace Joonbi.Domain.Files;

/// <summary>The rows that say whose the stored bytes are.</summary>
public interface IFileRepository
{
    /// <summary>Stores a row for bytes that are in the store already.</summary>
    Task Add(StoredFile file, CancellationToken ct);

    /// <summary>The row of that file, whoever may see it.</summary>
    /// <exception cref="NotFoundException">There is no such file (<c>FILE_NOT_FOUND</c>).</exception>
    Task<StoredFile> Get(Guid id, CancellationToken ct);
}
