using System.Net;
using System.Net.Http.Headers;

namespace Joonbi.Tests.Files;

/// <summary>How bytes are sent, whatever gives the right to them and wherever they are.</summary>
internal sealed class DownloadTests(Storage storage) : FileTest(storage)
{
    [Test]
    public async Task Sends_the_bytes_to_be_saved_under_their_Korean_name()
    {
        var answer = await Get(await Address());

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(Stored.Content));
        Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/pdf"));
        Assert.That(answer.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
        Assert.That(answer.Content.Headers.ContentDisposition?.FileNameStar, Is.EqualTo("메뉴판.pdf"));
        Assert.That(answer.Content.Headers.ContentLength, Is.EqualTo(Stored.Content.Length));
        Assert.That((answer.Headers.ETag?.IsWeak, answer.Content.Headers.LastModified is null), Is.EqualTo(((bool?)false, false)));
    }

    [Test]
    public async Task Lets_no_browser_keep_it_unasked()
    {
        var answer = await Get(await Address());

        Assert.That(answer.Headers.CacheControl?.ToString(), Is.EqualTo("no-cache, private"));
    }

    [TestCase("메뉴\"판;\r\nX-Evil: 1.pdf")]
    [TestCase("../../etc/cron.d/x")]
    public async Task A_name_cannot_break_out_of_its_header(string name)
    {
        var customer = await Customer();
        var file = await Stored.Upload(customer, name);

        var answer = await App.As(customer).GetAsync($"/api/files/{file}/content");

        Assert.That(answer.Headers.Contains("X-Evil") || answer.Content.Headers.Contains("X-Evil"), Is.False);
        Assert.That(answer.Content.Headers.ContentDisposition?.FileNameStar, Is.EqualTo(name));
    }

    [TestCase("bytes=0-7", "%PDF-1.7", "bytes 0-7/19")]
    [TestCase("bytes=9-", "0123456789", "bytes 9-18/19")]
    [TestCase("bytes=-3", "789", "bytes 16-18/19")]
    [TestCase("bytes=17-100", "89", "bytes 17-18/19")]
    public async Task Sends_the_range_that_is_asked_for(string range, string expected, string contentRange)
    {
        var answer = await Get(await Address(), request => request.Headers.Range = RangeHeaderValue.Parse(range));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(expected));
        Assert.That(answer.Content.Headers.ContentRange?.ToString(), Is.EqualTo(contentRange));
    }

    [Test]
    public async Task Refuses_a_range_beyond_the_end()
    {
        var answer = await Get(await Address(), request => request.Headers.Range = RangeHeaderValue.Parse("bytes=19-"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestedRangeNotSatisfiable));
    }

    [Test]
    public async Task Goes_on_where_a_download_broke_off_but_begins_anew_when_the_file_is_another()
    {
        var address = await Address();
        var tag = (await Get(address)).Headers.ETag!;

        var same = await Get(address, request => (request.Headers.Range, request.Headers.IfRange) = (RangeHeaderValue.Parse("bytes=9-"), new RangeConditionHeaderValue(tag)));
        var other = await Get(address, request => (request.Headers.Range, request.Headers.IfRange) = (RangeHeaderValue.Parse("bytes=9-"), new RangeConditionHeaderValue("\"other\"")));

        Assert.That((same.StatusCode, other.StatusCode), Is.EqualTo((HttpStatusCode.PartialContent, HttpStatusCode.OK)));
    }

    [Test]
    public async Task Who_has_it_already_gets_304()
    {
        var address = await Address();
        var tag = (await Get(address)).Headers.ETag!;

        var answer = await Get(address, request => request.Headers.IfNoneMatch.Add(tag));

        Assert.That((answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length), Is.EqualTo((HttpStatusCode.NotModified, 0)));
    }

    [Test]
    public async Task Tells_size_and_name_to_HEAD_without_the_bytes()
    {
        var answer = await Get(await Address(), request => request.Method = HttpMethod.Head);

        Assert.That((answer.StatusCode, answer.Content.Headers.ContentLength), Is.EqualTo((HttpStatusCode.OK, (long?)Stored.Content.Length)));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task HEAD_needs_the_same_rights()
    {
        var (id, file) = (await Requested(await Customer()), await Stored.Upload(await Customer()));
        foreach (var path in new[] { $"/api/files/{file}/content", $"/api/consultations/{id}/files/{file}/content", $"/api/internal/files/{file}/content" })
        {
            using var answer = await App.AsNobody().SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), path);
        }
    }

    private static HttpClient? client;

    private static async Task<string> Address()
    {
        var customer = await Customer();
        client = App.As(customer);
        return $"/api/files/{await Stored.Upload(customer)}/content";
    }

    private static async Task<HttpResponseMessage> Get(string address, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        change?.Invoke(request);
        return await client!.SendAsync(request);
    }
}
