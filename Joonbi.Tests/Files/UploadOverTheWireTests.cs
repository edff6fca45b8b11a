using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Joonbi.Api.Security;
using Joonbi.Application.Documents;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Files;

/// <summary>What only the real server shows: limits on bodies, connections that break off, and the memory that a large file takes.</summary>
[Category("Slow")]
internal sealed class UploadOverTheWireTests(Storage storage) : FileTest(storage)
{
    private const int Fifty = 52_428_800;
    private ApiProcess process = null!;
    private string token = "";

    [SetUp]
    public async Task StartAProcess()
    {
        process = new ApiProcess((await App.Sql<string>("select current_database()"))!, App.Vendors, App.Files.FullName, await Further());
        await process.Start();
        var customer = await Customer();
        token = new AccessTokens(new JwtSettings(TestSettings.JwtSecret, TimeSpan.FromHours(1), "", TimeSpan.FromHours(1)), TimeProvider.System).Issue(customer.Id, customer.Role, customer.SessionId);
        process.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    [TearDown]
    public async Task EndTheProcess() => await process.DisposeAsync();

    [Test]
    public async Task Fifty_megabytes_are_taken_and_sent_without_being_held()
    {
        var content = Encoding.ASCII.GetBytes(new string('a', Fifty));

        // Large enough to be sent in parts: what is measured is the file, not the code that sends it for the first time.
        await Upload(content[..6_000_000]);
        var before = process.PeakMemory();

        var answer = await Upload(content);

        var location = (await Location(answer))!;
        Assert.That(await process.Http.GetByteArrayAsync(location), Is.EqualTo(content));
        Assert.That(process.PeakMemory() - before, Is.LessThan(Fifty));
    }

    [Test]
    public async Task One_byte_more_is_refused()
    {
        var answer = await Upload(new byte[Fifty + 1]);

        await Problem(answer, HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE");
    }

    [Test]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        var files = Kept.Count();
        using (var socket = new TcpClient("127.0.0.1", process.Http.BaseAddress!.Port))
        {
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /api/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000000\r\n\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + new string('a', 7_000_000)));
            await Until(() => Kept.Count() == files + 1);
        }

        await Until(() => Kept.Count() == files);
        Assert.That(await App.Sql<int>("select count(*)::int from files"), Is.Zero);
    }

    [Test]
    public async Task Documents_may_be_larger_than_other_bodies_and_not_boundless()
    {
        process.Http.DefaultRequestHeaders.ExpectContinue = true;
        process.Http.DefaultRequestHeaders.Add(InternalKey.Header, JoonbiApp.ClawdbotKey);
        var text = string.Concat(Enumerable.Repeat(@"\uac00", DocumentSource.MaxCharacters));
        var largest = $$"""{"analysis":"{{text}}","requirements":"{{text}}","plan":"{{text}}","quotation":"{{text}}"}""";

        await Problem(await Deliver(largest), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
        await Problem(await Deliver($$"""{"plan":"{{new string('a', 10_000_000)}}"}"""), HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE");
    }

    [Test]
    public async Task The_SDK_is_loaded_where_there_is_a_bucket_and_nowhere_else()
    {
        await Upload("warm"u8.ToArray());

        Assert.That(process.Loaded("AWSSDK"), Is.EqualTo(Storage == Storage.Bucket));
    }

    private async Task<(string, string)[]> Further() => Storage == Storage.Folder ? [] : [.. (await TestRun.S3).Settings.Select(pair => (pair.Key, pair.Value))];

    private Task<HttpResponseMessage> Deliver(string body) =>
        process.Http.PostAsync($"/api/internal/consultations/{Guid.AllBitsSet}/documents", new StringContent(body, null, "application/json"));

    private Task<HttpResponseMessage> Upload(byte[] content) =>
        process.Http.PostAsync("/api/files", new MultipartFormDataContent { { new ByteArrayContent(content), "file", "a.txt" } });

    private static async Task<Uri?> Location(HttpResponseMessage answer)
    {
        await Body(answer, HttpStatusCode.Created);
        return answer.Headers.Location;
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.That(tries, Is.LessThan(500), "It never came.");
            await Task.Delay(20);
        }
    }
}
