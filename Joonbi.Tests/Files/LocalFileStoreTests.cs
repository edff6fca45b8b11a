using System.Security.Cryptography;
using Joonbi.Application.Files;
using Joonbi.Infrastructure;
using Joonbi.Infrastructure.Files;

namespace Joonbi.Tests.Files;

internal sealed class LocalFileStoreTests
{
    private DirectoryInfo folder = null!;
    private LocalFileStore store = null!;

    [SetUp]
    public void MakeAFolder()
    {
        folder = Directory.CreateTempSubdirectory("joonbi-store-");
        store = new LocalFileStore(SettingsFor(folder.FullName), new RandomSource(TimeProvider.System));
    }

    [TearDown]
    public void RemoveTheFolder() => folder.Delete(recursive: true);

    [Test]
    public async Task Keeps_the_bytes_under_a_random_key_and_says_their_size_and_checksum()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var first = await store.Save(new MemoryStream(bytes), 300_000, default);
        var second = await store.Save(new MemoryStream(bytes), 300_000, default);

        Assert.That(first.Key, Is.Not.EqualTo(second.Key).And.Match("^[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{32}$"));
        Assert.That(first.Size, Is.EqualTo(300_000));
        Assert.That(first.Sha256, Is.EqualTo(SHA256.HashData(bytes)));
        Assert.That(await Read(first.Key), Is.EqualTo(bytes));
    }

    [Test]
    public void One_byte_too_many_is_refused_and_leaves_nothing()
    {
        Assert.ThrowsAsync<FileTooLargeException>(() => store.Save(new MemoryStream(new byte[100_001]), 100_000, default));

        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public void A_stream_that_breaks_off_leaves_nothing()
    {
        Assert.ThrowsAsync<IOException>(() => store.Save(new BreakingStream(), 1_000_000, default));

        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public async Task Forgets_and_forgets_again()
    {
        var stored = await store.Save(new MemoryStream([1, 2, 3]), 10, default);

        await store.Delete(stored.Key, default);
        await store.Delete(stored.Key, default);

        Assert.That(Files(), Is.Empty);
        Assert.ThrowsAsync<FileNotFoundException>(() => store.Open(stored.Key, default));
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
        Assert.That(async () => await store.Delete(key, default), Throws.ArgumentException);
    });

    private static InfrastructureSettings SettingsFor(string path) => new()
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

    private IEnumerable<FileInfo> Files() => folder.EnumerateFiles("*", SearchOption.AllDirectories);

    /// <summary>Gives some bytes, then fails as a lost connection does.</summary>
    private sealed class BreakingStream : MemoryStream
    {
        private int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            reads++ < 3 ? ValueTask.FromResult(buffer.Length) : throw new IOException("The connection was reset.");
    }
}
