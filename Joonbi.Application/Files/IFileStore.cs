using Joonbi.Domain;

namespace Joonbi.Application.Files;

/// <summary>What the store says of bytes it has taken.</summary>
/// <param name="Key">Random; the only way back to the bytes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the content, 32 bytes.</param>
public sealed record StoredBytes(string Key, long Size, byte[] Sha256);

/// <summary>What an answer to a link says about its bytes.</summary>
/// <param name="ContentType">What they are.</param>
/// <param name="ContentDisposition">That they are to be saved, and under which name.</param>
/// <param name="CacheControl">Who may keep them.</param>
public sealed record LinkHeaders(string ContentType, string ContentDisposition, string CacheControl);

/// <summary>Where bytes are kept: a folder or a bucket of S3. Rows in <c>files</c> say whose they are.</summary>
/// <exception cref="UnavailableException"><c>STORAGE_UNAVAILABLE</c>, from everything that asks a store which does not answer.</exception>
public interface IFileStore
{
    /// <summary>Takes a stream in, never whole in memory. What is refused or cut off leaves nothing behind.</summary>
    /// <exception cref="FileTooLargeException">It has more than <paramref name="maxBytes"/>.</exception>
    Task<StoredBytes> Save(Stream content, long maxBytes, CancellationToken ct);

    /// <summary>Opens the bytes for reading; the stream can seek.</summary>
    /// <exception cref="IOException">There are none.</exception>
    Task<Stream> Open(string key, CancellationToken ct);

    /// <summary>An address that gives the bytes to whoever holds it, for some minutes; null where the program has to send them.</summary>
    Task<Uri?> Link(string key, LinkHeaders headers, CancellationToken ct);

    /// <summary>Forgets the bytes; one that is not there is fine.</summary>
    Task Delete(string key, CancellationToken ct);

    /// <summary>The keys of everything that was stored before then.</summary>
    IAsyncEnumerable<string> WrittenBefore(DateTimeOffset instant, CancellationToken ct);

    /// <summary>Forgets what was begun before then and never finished, because the program ended.</summary>
    Task DropUnfinished(DateTimeOffset before, CancellationToken ct);

    /// <summary>Forgets bytes that no row knows. What a store that is away keeps, the sweep finds a day later.</summary>
    async Task Discard(string key)
    {
        try
        {
            await Delete(key, CancellationToken.None);
        }
        catch (UnavailableException)
        {
        }
    }
}

/// <summary>More bytes than allowed (413).</summary>
public sealed class FileTooLargeException(long maxBytes)
    : RefusalException("FILE_TOO_LARGE", $"파일은 {maxBytes / 1_048_576}MB 이하여야 합니다.");
