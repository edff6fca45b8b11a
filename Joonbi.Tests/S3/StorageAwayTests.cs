using System.Diagnostics;
using System.Net;
using Joonbi.Domain;
using Joonbi.Infrastructure;
using Joonbi.Infrastructure.S3;
using Joonbi.Tests.Files;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.S3;

/// <summary>S3 is killed, or hangs, while the service runs.</summary>
internal sealed class StorageAwayTests : ApiTest
{
    private S3Server server = null!;
    private JoonbiApp app = null!;

    protected override Task<JoonbiApp> Chosen => StartBoth();

    [OneTimeTearDown]
    public async Task EndBoth()
    {
        await app.DisposeAsync();
        await server.DisposeAsync();
    }

    [Test]
    public async Task Who_needs_it_hears_when_to_try_again_and_everybody_else_notices_nothing()
    {
        var customer = await Customer();
        var (kept, deleted) = (await Stored.Attachment(customer, await Requested(customer)), await Stored.Upload(customer));
        await server.Kill();

        using var client = App.Unfollowing(customer);
        var upload = await client.PostAsync("/api/files", new MultipartFormDataContent { { new ByteArrayContent(Bytes.Png), "file", "1.png" } });
        await Problem(upload, HttpStatusCode.ServiceUnavailable, "STORAGE_UNAVAILABLE");
        Assert.That(upload.Headers.RetryAfter, Is.Not.Null);
        await Problem(await App.AsClawdbot().GetAsync($"/api/internal/files/{kept}/content"), HttpStatusCode.ServiceUnavailable, "STORAGE_UNAVAILABLE");
        await Body(await client.DeleteAsync($"/api/files/{deleted}"), HttpStatusCode.NoContent);
        Assert.That((await client.GetAsync($"/api/files/{kept}/content")).StatusCode, Is.EqualTo(HttpStatusCode.Found));
        await Body(await client.GetAsync("/api/consultations"));
    }

    [Test]
    public async Task One_that_hangs_is_given_up()
    {
        await using var frozen = await S3Server.Start();
        using var connection = frozen.Connect(patience: TimeSpan.FromMilliseconds(300));
        var store = new S3FileStore(connection, new RandomSource(TimeProvider.System));
        var stored = await store.Save(new MemoryStream(new byte[1_000_000]), 1_000_000, default);
        await using var reading = await store.Open(stored.Key, default);
        await reading.ReadExactlyAsync(new byte[1_000]);
        frozen.Freeze();

        var patience = Stopwatch.StartNew();
        Assert.ThrowsAsync<UnavailableException>(() => store.Save(new MemoryStream([1]), 1, default));
        Assert.ThrowsAsync<UnavailableException>(() => reading.CopyToAsync(Stream.Null));
        Assert.That(patience.Elapsed, Is.LessThan(TimeSpan.FromSeconds(15)));
    }

    private async Task<JoonbiApp> StartBoth()
    {
        server = await S3Server.Start();
        return app = await TestRun.Replica(_ => server.Settings);
    }
}
