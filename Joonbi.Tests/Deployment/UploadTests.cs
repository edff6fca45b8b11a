using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Joonbi.Tests.Deployment;

/// <summary>What may come in, and that it goes on as it comes.</summary>
internal sealed class UploadTests : EdgeTest
{
    private const int Megabyte = 1_048_576;

    [Test]
    public async Task Fifty_megabytes_pass()
    {
        using var customer = await Customer();
        using var answer = await customer.PostAsync("/api/files", Form(50 * Megabyte));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        Assert.That((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("size").GetInt64(), Is.EqualTo(50 * Megabyte));
    }

    [TestCase("2.0")]
    [TestCase("1.1")]
    public async Task Fifty_one_are_refused_with_a_problem_document(string version)
    {
        using var customer = Site.From(Address, Version.Parse(version), (await Site.Apis[0].Customers(1))[0]);
        using var answer = await customer.PostAsync("/api/files", Form(51 * Megabyte));

        await Problem(answer, HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE");
    }

    [Test]
    public async Task One_byte_above_fifty_is_the_apis_to_refuse()
    {
        using var customer = await Customer();
        using var answer = await customer.PostAsync("/api/files", Form((50 * Megabyte) + 1));

        await Problem(answer, HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE");
    }

    [Test]
    public async Task No_other_route_takes_more_than_a_megabyte()
    {
        using var customer = await Customer();
        using var answer = await customer.PostAsync("/api/consultations", new StringContent(new string(' ', 2 * Megabyte), Encoding.UTF8, "application/json"));

        await Problem(answer, HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE");
    }

    [Test]
    public async Task An_upload_reaches_the_api_while_it_is_being_sent()
    {
        using var customer = await Customer();
        var half = new TaskCompletionSource();
        var body = new HalvedContent(2 * Megabyte, half.Task);
        var upload = customer.PostAsync("/api/files", new MultipartFormDataContent { { body, "file", "slow.txt" } });

        await Eventually(() => Task.FromResult(Site.Uploads.EnumerateFiles("*", SearchOption.AllDirectories).Any(file => Size(file) is > Megabyte / 2 and < 2 * Megabyte)), "The first half never arrived.");
        Assert.That(upload.IsCompleted, Is.False);
        half.SetResult();
        Assert.That((await upload).StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    private static long Size(FileInfo file)
    {
        file.Refresh();
        return file.Exists ? file.Length : 0;
    }

    private static MultipartFormDataContent Form(int bytes) => new() { { new ByteArrayContent(Encoding.ASCII.GetBytes(new string('a', bytes))), "file", "a.txt" } };

    /// <summary>Sends its first half, waits, and sends the other.</summary>
    private sealed class HalvedContent(int bytes, Task rest) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var half = Encoding.ASCII.GetBytes(new string('a', bytes / 2));
            await stream.WriteAsync(half);
            await stream.FlushAsync();
            await rest;
            await stream.WriteAsync(half);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes;
            return true;
        }
    }
}
