using Joonbi.Tests.Support;

namespace Joonbi.Tests.Files;

/// <summary>Where the bytes of a class of tests are kept.</summary>
internal enum Storage
{
    Folder,
    Bucket,
}

/// <summary>What is kept in a place, seen past the program.</summary>
/// <param name="folder">The store itself, or where the S3 server has its objects.</param>
/// <param name="suffix">What the server's files have behind their keys.</param>
internal abstract class Kept(DirectoryInfo folder, string suffix)
{
    protected DirectoryInfo Folder => folder;

    /// <summary>Everything there is, finished or not.</summary>
    public int Count() => folder.EnumerateFiles("*", SearchOption.AllDirectories).Count(Counts);

    public bool Has(string key) => File.Exists(PathOf(key));

    /// <summary>As if it had been written then.</summary>
    public void Age(string key, DateTimeOffset at) => File.SetLastWriteTimeUtc(PathOf(key), at.UtcDateTime);

    /// <summary>Something of somebody else's.</summary>
    public async Task LeaveForeign(string name, DateTimeOffset at)
    {
        await File.WriteAllTextAsync(PathOf(name), "");
        Age(name, at);
    }

    /// <summary>What was begun then by a program that was killed in the middle.</summary>
    public abstract Task LeaveUnfinished(DateTimeOffset at);

    /// <summary>One bit of the stored bytes is another.</summary>
    public void Damage(string key)
    {
        var bytes = File.ReadAllBytes(PathOf(key));
        bytes[^1] ^= 1;
        File.WriteAllBytes(PathOf(key), bytes);
    }

    public void Empty()
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo directory)
                directory.Delete(recursive: true);
            else
                entry.Delete();
        }
    }

    protected virtual bool Counts(FileInfo file) => true;

    protected string PathOf(string key) => Path.Combine(folder.FullName, key + suffix);
}

/// <summary>In the folder of a local store.</summary>
internal sealed class KeptInFolder(DirectoryInfo folder) : Kept(folder, "")
{
    public override async Task LeaveUnfinished(DateTimeOffset at)
    {
        Folder.CreateSubdirectory("incoming");
        await LeaveForeign("incoming/0123456789abcdef0123456789abcdef", at);
    }
}

/// <summary>In the bucket of the S3 server, which keeps an object in three files and an upload in a folder.</summary>
internal sealed class KeptInBucket(S3Server server) : Kept(new DirectoryInfo(Path.Combine(server.Folder.FullName, S3Server.Bucket)), "._S3rver_object")
{
    public override async Task LeaveUnfinished(DateTimeOffset at)
    {
        using var connection = server.Connect();
        var key = "01/23/0123456789abcdef0123456789abcdef";
        var id = (await connection.Ask(client => client.InitiateMultipartUploadAsync(S3Server.Bucket, key), default)).UploadId;
        File.SetLastWriteTimeUtc(Path.Combine(Folder.FullName, "._S3rver_uploads", id, "key"), at.UtcDateTime);
    }

    protected override bool Counts(FileInfo file) => file.Name.EndsWith("._S3rver_object", StringComparison.Ordinal) || file.Name == "key" || file.Name.EndsWith(".incoming", StringComparison.Ordinal);
}
