using System.Security.Cryptography;
using Joonbi.Application.Files;
using Joonbi.Infrastructure;
using Joonbi.Infrastructure.Files;
using Joonbi.Infrastructure.S3;
using Joonbi.Tests.S3;

namespace Joonbi.Tests.Files;

/// <summary>What every store promises: the folder, the S3 server on loopback, and a real bucket where the environment names one.</summary>
[TestFixture(Storage.Folder)]
[TestFixture(Storage.Bucket)]
internal sealed class FileStoreTests(Storage storage)
{
    private const int Part = S3Upload.PartSize;
    private static readonly DateTimeOffset Ever = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private DirectoryInfo folder = null!;
    private S3Connection? bucket;
    private IKeyedStore store = null!;

    [SetUp]
    public async Task MakeAStore()
    {
        var random = new RandomSource(TimeProvider.System);
        folder = Directory.CreateTempSubdirectory("joonbi-store-");
        bucket = storage == Storage.Bucket ? await TestBucket.Connect() : null;
        store = bucket is null ? new LocalFileStore(SettingsFor(folder.FullName), random) : new S3FileStore(bucket, random);
        await Forget();
    }

    [TearDown]
    public async Task RemoveIt()
    {
        await Forget();
        folder.Delete(recursive: true);
        bucket?.Dispose();
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(300_000)]
    [TestCase(Part)]
    [TestCase(Part + 1)]
    [TestCase(2 * Part + 2_000_000)]
    public async Task Keeps_the_bytes_under_a_random_key_and_says_their_size_and_checksum(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);

        var first = await store.Save(new MemoryStream(bytes), size, default);
        var second = await store.Save(new MemoryStream(bytes), size, default);

        Assert.That(first.Key, Is.Not.EqualTo(second.Key).And.Match("^[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{32}$"));
        Assert.That((first.Size, await store.Size(first.Key, default)), Is.EqualTo((size, (long?)size)));
        Assert.That(first.Sha256, Is.EqualTo(SHA256.HashData(bytes)));
        Assert.That(await Read(first.Key), Is.EqualTo(bytes));
        Assert.That(await Everything(), Is.EquivalentTo(new[] { first.Key, second.Key }));
    }

    [TestCase(100_000)]
    [TestCase(2 * Part)]
    public async Task One_byte_too_many_is_refused_and_leaves_nothing(int limit)
    {
        Assert.ThrowsAsync<FileTooLargeException>(() => store.Save(new MemoryStream(new byte[limit + 1]), limit, default));

        Assert.That(await Everything(), Is.Empty);
    }

    [TestCase(3)]
    [TestCase(150, Description = "after two parts")]
    public async Task A_stream_that_breaks_off_leaves_nothing(int pieces)
    {
        Assert.ThrowsAsync<IOException>(() => store.Save(new Breaking(pieces, () => throw new IOException("The connection was reset.")), 100_000_000, default));

        Assert.That(await Everything(), Is.Empty);
    }

    [TestCase(3)]
    [TestCase(150)]
    public async Task Who_gives_up_leaves_nothing(int pieces)
    {
        using var given = new CancellationTokenSource();

        Assert.That(async () => await store.Save(new Breaking(pieces, given.Cancel), 100_000_000, given.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(await Everything(), Is.Empty);
    }

    [Test]
    public async Task Many_at_once_do_not_mix()
    {
        var contents = Enumerable.Range(0, 8).Select(_ => RandomNumberGenerator.GetBytes(700_000)).ToList();

        var stored = await Task.WhenAll(contents.Select(bytes => store.Save(new MemoryStream(bytes), 700_000, default)));

        for (var i = 0; i < stored.Length; i++)
            Assert.That(await Read(stored[i].Key), Is.EqualTo(contents[i]));
    }

    [Test]
    public async Task Reads_from_any_place()
    {
        var bytes = RandomNumberGenerator.GetBytes(900_000);
        var key = (await store.Save(new MemoryStream(bytes), bytes.Length, default)).Key;
        await using var content = await store.Open(key, default);

        Assert.That((content.CanSeek, content.Length), Is.EqualTo((true, bytes.LongLength)));
        foreach (var (at, count) in new[] { (0, 10), (10, 200_000), (899_990, 10), (500_000, 300_000), (3, 1) })
        {
            var read = new byte[count];
            content.Position = at;
            await content.ReadExactlyAsync(read);
            Assert.That(read, Is.EqualTo(bytes.AsSpan(at, count).ToArray()), $"{at}+{count}");
        }

        content.Seek(0, SeekOrigin.End);
        Assert.That(await content.ReadAsync(new byte[1]), Is.Zero);
    }

    [Test]
    public async Task Takes_bytes_under_a_key_that_they_had_elsewhere_once_more_if_need_be()
    {
        const string key = "ab/cd/abcd0123456789abcdef0123456789ab";
        await store.SaveAs(key, new MemoryStream([1, 2]), 10, default);

        await store.SaveAs(key, new MemoryStream([3]), 10, default);

        Assert.That((await Read(key), await Everything()), Is.EqualTo((new byte[] { 3 }, new[] { key })));
    }

    [Test]
    public async Task Forgets_and_forgets_again()
    {
        var stored = await store.Save(new MemoryStream([1, 2, 3]), 10, default);

        await store.Delete(stored.Key, default);
        await store.Delete(stored.Key, default);

        Assert.That((await Everything(), await store.Size(stored.Key, default)), Is.EqualTo((Array.Empty<string>(), (long?)null)));
        Assert.ThrowsAsync<FileNotFoundException>(() => store.Open(stored.Key, default));
    }

    [Test]
    public async Task Tells_what_was_written_before_then()
    {
        var key = (await store.Save(new MemoryStream([1]), 1, default)).Key;

        Assert.That(await store.WrittenBefore(Ever, default).ToListAsync(), Is.EqualTo(new[] { key }));
        Assert.That(await store.WrittenBefore(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), default).ToListAsync(), Is.Empty);
    }

    [TestCase("../../../etc/passwd")]
    [TestCase("/etc/passwd")]
    [TestCase("ab/cd/../../../../etc/passwd")]
    [TestCase("ab/cd/0123456789abcdef0123456789abcdef\n")]
    [TestCase("AB/CD/0123456789ABCDEF0123456789ABCDEF")]
    [TestCase("incoming/0123456789abcdef0123456789abcdef")]
    [TestCase("")]
    public void A_key_that_is_none_leads_nowhere(string key) => Assert.Multiple(() =>
    {
        Assert.That(async () => await store.Open(key, default), Throws.ArgumentException);
        Assert.That(async () => await store.Size(key, default), Throws.ArgumentException);
        Assert.That(async () => await store.SaveAs(key, Stream.Null, 1, default), Throws.ArgumentException);
        Assert.That(async () => await store.Delete(key, default), Throws.ArgumentException);
    });

    internal static InfrastructureSettings SettingsFor(string path) => new()
    {
        ConnectionString = "",
        DiscordWebhookUrl = new Uri("http://invalid.localhost"),
        ResendApiUrl = new Uri("http://invalid.localhost"),
        ResendApiKey = "",
        EmailFrom = "",
        FrontendUrl = new Uri("http://invalid.localhost"),
        UploadPath = path,
    };

    private async Task<byte[]> Read(string key)
    {
        await using var content = await store.Open(key, default);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>Keys, and whatever was begun and not finished.</summary>
    private async Task<IReadOnlyList<string>> Everything() => bucket is null
        ? [.. folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.FullName, file.FullName))]
        : [.. await store.WrittenBefore(Ever, default).ToListAsync(), .. await TestBucket.Uploads(bucket)];

    private async Task Forget()
    {
        await foreach (var key in store.WrittenBefore(Ever, default))
            await store.Delete(key, default);

        await store.DropUnfinished(Ever, default);
    }

    /// <summary>Gives some pieces; then something happens.</summary>
    private sealed class Breaking(int pieces, Action then) : MemoryStream
    {
        private int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (reads++ == pieces)
                then();

            return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ValueTask.FromResult(buffer.Length);
        }
    }
}
