using System.Buffers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Joonbi.Application.Files;
using Joonbi.Domain;

namespace Joonbi.Infrastructure.Files;

/// <summary>
/// A folder. A key is also the path below it, so that nginx can send the bytes by themselves. Bytes get their final name only when
/// all of them are on the disk: under a key there is a whole file or none, whenever the machine stops.
/// </summary>
internal sealed partial class LocalFileStore(InfrastructureSettings settings, IRandomSource random) : IFileStore
{
    private const int BufferSize = 81_920;
    private readonly string root = Path.GetFullPath(settings.UploadPath);

    /// <summary>Where bytes wait until they are all there.</summary>
    private string Incoming => Path.Combine(root, "incoming");

    public async Task<StoredBytes> Save(Stream content, long maxBytes, CancellationToken ct)
    {
        Directory.CreateDirectory(Incoming);
        var name = Convert.ToHexStringLower(random.NextBytes(16));
        var key = $"{name[..2]}/{name[2..4]}/{name}";
        var incoming = Path.Combine(Incoming, name);
        try
        {
            var (size, sha256) = await Write(content, incoming, maxBytes, ct);
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(key))!);
            File.Move(incoming, PathOf(key));
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
            .Where(path => KeyShape().IsMatch(path))
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
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 };
        await using var file = new FileStream(path, options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var size = 0L;
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                size += read;
                if (size > maxBytes)
                    throw new FileTooLargeException(maxBytes);

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            file.Flush(flushToDisk: true);
            return (size, hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A key comes from our own rows; should one ever be tampered with, it still leads nowhere else.</summary>
    private string PathOf(string key) =>
        KeyShape().IsMatch(key) ? Path.Combine(root, key) : throw new ArgumentException("This is no key of the store.", nameof(key));

    [GeneratedRegex(@"\A[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{32}\z")]
    private static partial Regex KeyShape();
}
