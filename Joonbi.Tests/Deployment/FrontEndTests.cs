using System.Net;

namespace Joonbi.Tests.Deployment;

/// <summary>The front end's files, as a browser gets them through the proxy.</summary>
internal sealed class FrontEndTests : EdgeTest
{
    private const string Asset = "/assets/index-Bq3xN1pz.js";

    [TestCase("/", FrontEnd.Landing)]
    [TestCase("/prices", FrontEnd.Prices)]
    [TestCase("/consultations/018f-some-id?tab=files", FrontEnd.Application)]
    public async Task A_page_is_asked_for_again_each_time(string path, string page)
    {
        using var answer = await Client.GetAsync(path);

        Assert.That((answer.StatusCode, Header(answer, "Cache-Control"), answer.Content.Headers.ContentType?.ToString()), Is.EqualTo((HttpStatusCode.OK, "no-cache", "text/html; charset=utf-8")));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(page));
    }

    [Test]
    public async Task A_hashed_file_is_kept_for_a_year_and_was_compressed_beforehand()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Asset) { Headers = { { "Accept-Encoding", "gzip" } } };
        using var answer = await Client.SendAsync(request);

        Assert.That((Header(answer, "Cache-Control"), Header(answer, "Content-Encoding")), Is.EqualTo(("public, max-age=31536000, immutable", "gzip")));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(await File.ReadAllBytesAsync(Site.Configuration.At("html" + Asset + ".gz"))), "The very file.");
        Assert.That(await Client.GetStringAsync(Asset), Is.EqualTo(FrontEnd.Script));
    }

    [TestCase("/assets/index-00000000.js")]
    [TestCase("/assets/index-00000000")]
    [TestCase("/favicon.png")]
    public async Task A_file_that_is_not_there_is_no_page(string path)
    {
        using var answer = await Client.GetAsync(path);

        Assert.That((answer.StatusCode, Header(answer, "Cache-Control")), Is.EqualTo((HttpStatusCode.NotFound, (string?)null)));
    }
}
