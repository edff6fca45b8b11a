using Joonbi.Application.Files;
using Joonbi.Domain;

namespace Joonbi.Infrastructure.Files;

/// <summary>
/// A folder. A key is also the path below it, so that nginx can send the bytes by themselves. Bytes get their final name only when
/// all of them are on the disk: under a key there is a whole file or none, whenever the machine stops.
/// </summary>
internal sealed class LocalFileStore(InfrastructureSettings settings, IRandomSource random) : IKeyedStore
{
    private readonly string root = Path.GetFullPath(settings.UploadPath);

    /// <summary>Where bytes wait until they are all there.</summary>
    private string Incoming => Path.Combine(root, "incoming");

    public Task<StoredBytes> Save(Stream content, long maxBytes, CancellationToken ct) => SaveAs(StorageKey.New(random), content, maxBytes, ct);

    public async Task<StoredBytes> SaveAs(string key, Stream content, long maxBytes, CancellationToken ct)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Incoming);
        var incoming = Path.Combine(Incoming, Path.GetFileName(path));
        try
        {
            var (size, sha256) = await Write(content, incoming, maxBytes, ct);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(incoming, path, overwrite: true);
            return new StoredBytes(key, size, sha256);
        }
        catch
        {
            File.Delete(incoming);
            throw;
        }
    }

    public Task<Stream> Open(string key, CancellationToken ct) =>
        Task.FromResult<Stream>(new FileStream(PathOf(key), new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous,
        }));

    public Task<long?> Size(string key, CancellationToken ct) => Task.FromResult<long?>(new FileInfo(PathOf(key)) is { Exists: true } file ? file.Length : null);

    public Task<Uri?> Link(string key, LinkHeaders headers, CancellationToken ct) => Task.FromResult<Uri?>(null);

    public Task Delete(string key, CancellationToken ct)
    {
        var path = PathOf(key);
        if (File.Exists(path))
            File.Delete(path);

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<string> WrittenBefore(DateTimeOffset instant, CancellationToken ct) =>
        FilesIn(root, instant)
            .Select(file => Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(StorageKey.IsOne)
            .ToAsyncEnumerable();

    public Task DropUnfinished(DateTimeOffset before, CancellationToken ct)
    {
        foreach (var file in FilesIn(Incoming, before))
            file.Delete();

        return Task.CompletedTask;
    }

    private static IEnumerable<FileInfo> FilesIn(string folder, DateTimeOffset before) =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < before.UtcDateTime)
            : [];

    private static async Task<(long Size, byte[] Sha256)> Write(Stream content, string path, long maxBytes, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 };
        await using var file = new FileStream(path, options);
        var taken = await Intake.Read(content, maxBytes, (piece, token) => file.WriteAsync(piece, token).AsTask(), ct);
        file.Flush(flushToDisk: true);
        return taken;
    }

    private string PathOf(string key) => Path.Combine(root, StorageKey.Checked(key));
}
