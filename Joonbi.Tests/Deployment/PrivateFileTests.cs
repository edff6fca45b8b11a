using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Joonbi.Tests.Deployment;

/// <summary>A private file: refused without the API's yes, sent by nginx with it.</summary>
internal sealed class PrivateFileTests : EdgeTest
{
    private static readonly byte[] Content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(number => $"{number:D5}\n")));

    [Test]
    public async Task Nobody_gets_it_by_asking_for_its_place_on_the_disk()
    {
        using var customer = await Customer();
        await Upload(customer);
        var key = Path.GetRelativePath(Site.Uploads.FullName, Bytes().FullName);

        await Problem(await customer.GetAsync($"/uploads/{key}"), HttpStatusCode.NotFound, "NOT_FOUND");
        await Problem(await customer.GetAsync($"/uploads/../uploads/{key}"), HttpStatusCode.NotFound, "NOT_FOUND");
        await Problem(await customer.GetAsync($"https://api.{Edge.Domain}/uploads/{key}"), HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Test]
    public async Task The_api_says_no_to_strangers()
    {
        using var customer = await Customer();
        using var other = await Customer();
        var path = await Upload(customer);

        await Problem(await Client.GetAsync(path), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        await Problem(await other.GetAsync(path), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
    }

    [Test]
    public async Task Its_owner_gets_it_from_nginx_with_name_type_and_harmless()
    {
        using var customer = await Customer();
        using var answer = await customer.GetAsync(await Upload(customer));

        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(Content));
        Assert.That((answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType, Header(answer, "Accept-Ranges")), Is.EqualTo(("text/plain", "attachment", "bytes")));
        Assert.That((Header(answer, "X-Accel-Redirect"), Header(answer, "Cache-Control"), Header(answer, "X-Content-Type-Options")), Is.EqualTo(((string?)null, "no-cache, private", "nosniff")));
        Assert.That(Header(answer, "Content-Security-Policy"), Does.Contain("sandbox"));
        Assert.That(answer.Headers.ETag!.Tag, Has.Length.LessThan(40), "nginx's tag: the API's is a SHA-256.");
    }

    [Test]
    public async Task Once_the_api_has_said_yes_it_is_nginx_that_looks_for_the_bytes()
    {
        using var customer = await Customer();
        var path = await Upload(customer);
        Bytes().Delete();

        await Problem(await customer.GetAsync(path), HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Test]
    public async Task A_broken_download_is_taken_up_again()
    {
        using var customer = await Customer();
        var path = await Upload(customer);
        using var whole = await customer.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        using var part = await Range(customer, path, new RangeHeaderValue(60_000, 60_005), whole.Headers.ETag);
        Assert.That((part.StatusCode, await part.Content.ReadAsStringAsync(), part.Content.Headers.ContentRange?.ToString()), Is.EqualTo((HttpStatusCode.PartialContent, "10000\n", $"bytes 60000-60005/{Content.Length}")));
        using var rest = await Range(customer, path, new RangeHeaderValue(null, 6));
        Assert.That(await rest.Content.ReadAsStringAsync(), Is.EqualTo("19999\n"));
        using var beyond = await Range(customer, path, new RangeHeaderValue(Content.Length, null));
        await Problem(beyond, HttpStatusCode.RequestedRangeNotSatisfiable, "RANGE_NOT_SATISFIABLE");
        Assert.That(whole.Content.Headers.ContentLength, Is.EqualTo(Content.Length));
    }

    [Test]
    public async Task Who_has_it_already_is_spared_the_bytes()
    {
        using var customer = await Customer();
        var path = await Upload(customer);
        using var first = await customer.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        Assert.That((await customer.SendAsync(again)).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    private static FileInfo Bytes() => Site.Uploads.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.LastWriteTimeUtc).Last(file => file.Length == Content.Length);

    private static async Task<string> Upload(HttpClient customer)
    {
        using var answer = await customer.PostAsync("/api/files", new MultipartFormDataContent { { new ByteArrayContent(Content), "file", "numbers.txt" } });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        return $"/api/files/{(await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid()}/content";
    }

    private static Task<HttpResponseMessage> Range(HttpClient customer, string path, RangeHeaderValue range, EntityTagHeaderValue? ifStill = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = range, AcceptEncoding = { new StringWithQualityHeaderValue("gzip") } } };
        if (ifStill is not null)
            request.Headers.IfRange = new RangeConditionHeaderValue(ifStill);

        return customer.SendAsync(request);
    }
}
