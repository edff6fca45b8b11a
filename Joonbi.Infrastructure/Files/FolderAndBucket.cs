using Joonbi.Application.Files;
using Joonbi.Infrastructure.S3;

namespace Joonbi.Infrastructure.Files;

/// <summary>
/// The folder and the bucket as one store. New bytes go where the settings say; older ones are where they were put, or where
/// <c>files move</c> has put them since. Looking into the folder costs nothing and so comes first; what is not there is in the bucket.
/// </summary>
internal sealed class FolderAndBucket(LocalFileStore folder, S3FileStore bucket, InfrastructureSettings settings) : IFileStore
{
    public Task<StoredBytes> Save(Stream content, long maxBytes, CancellationToken ct) =>
        settings.StoresInBucket ? bucket.Save(content, maxBytes, ct) : folder.Save(content, maxBytes, ct);

    public async Task<Stream> Open(string key, CancellationToken ct)
    {
        try
        {
            return await folder.Open(key, ct);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return await bucket.Open(key, ct);
        }
    }

    public async Task<Uri?> Link(string key, LinkHeaders headers, CancellationToken ct) =>
        await folder.Size(key, ct) is null ? await bucket.Link(key, headers, ct) : null;

    /// <summary>From both: in the middle of a move it is in both.</summary>
    public async Task Delete(string key, CancellationToken ct)
    {
        await folder.Delete(key, ct);
        await bucket.Delete(key, ct);
    }

    public IAsyncEnumerable<string> WrittenBefore(DateTimeOffset instant, CancellationToken ct) =>
        folder.WrittenBefore(instant, ct).Concat(bucket.WrittenBefore(instant, ct));

    public async Task DropUnfinished(DateTimeOffset before, CancellationToken ct)
    {
        await folder.DropUnfinished(before, ct);
        await bucket.DropUnfinished(before, ct);
    }
}
