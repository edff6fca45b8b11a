using System.Net;
using System.Security.Cryptography;
using Joonbi.Tests.Files;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.S3;

/// <summary>Where a download is sent when the bytes are in a bucket, and who is not sent there.</summary>
internal sealed class DownloadByLinkTests : ApiTest
{
    private static readonly HttpClient Outside = new();
    private static readonly string Tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Stored.Content))}\"";

    protected override Task<JoonbiApp> Chosen => TestRun.OnS3;

    [Test]
    public async Task Sends_to_the_bucket_after_its_yes_and_lets_nobody_keep_the_way()
    {
        var answer = await Ask();

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(answer.Headers.Location!.GetLeftPart(UriPartial.Path), Does.StartWith($"{(await TestRun.S3).Address}{S3Server.Bucket}/"));
        Assert.That((answer.Headers.CacheControl?.NoStore, answer.Headers.GetValues("Referrer-Policy").Single()), Is.EqualTo(((bool?)true, "no-referrer")));
        Assert.That(await Outside.GetByteArrayAsync(answer.Headers.Location), Is.EqualTo(Stored.Content));
    }

    [TestCase("X-Amz-Signature=", "X-Amz-Signature=0")]
    [TestCase("X-Amz-Expires=30", "X-Amz-Expires=9930")]
    [TestCase(".pdf", ".exe")]
    [TestCase("application%2Fpdf", "text%2Fhtml")]
    [TestCase("attachment", "inline")]
    public async Task A_link_that_was_tampered_with_gives_nothing(string part, string forged)
    {
        var link = (await Ask()).Headers.Location!.OriginalString;
        Assert.That(link, Does.Contain(part));

        Assert.That((await Outside.GetAsync(link.Replace(part, forged, StringComparison.Ordinal))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Without_a_link_the_bucket_gives_nothing() =>
        Assert.That((await Outside.GetAsync((await Ask()).Headers.Location!.GetLeftPart(UriPartial.Path))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));

    [Test]
    public async Task HEAD_is_answered_here_because_the_link_is_signed_for_GET()
    {
        var answer = await Ask(request => request.Method = HttpMethod.Head);

        Assert.That((answer.StatusCode, answer.Content.Headers.ContentLength, answer.Headers.ETag?.Tag), Is.EqualTo((HttpStatusCode.OK, (long?)Stored.Content.Length, Tag)));
    }

    [Test]
    public async Task Who_speaks_of_our_own_tag_is_answered_here()
    {
        var known = await Ask(request => request.Headers.TryAddWithoutValidation("If-None-Match", Tag));
        var broken = await Ask(request => (request.Headers.Range, _) = (new(9, null), request.Headers.TryAddWithoutValidation("If-Range", Tag)));

        Assert.That(known.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((broken.StatusCode, await broken.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.PartialContent, "0123456789")));
    }

    [Test]
    public async Task The_agent_whose_key_would_travel_along_gets_the_bytes_here_in_ranges_too()
    {
        var customer = await Customer();
        var file = await Stored.Attachment(customer, await Requested(customer));
        using var agent = App.AsClawdbot();
        agent.DefaultRequestHeaders.Range = new(9, 11);

        var answer = await agent.GetAsync($"/api/internal/files/{file}/content");

        Assert.That((answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.PartialContent, "012")));
    }

    private static async Task<HttpResponseMessage> Ask(Action<HttpRequestMessage>? change = null)
    {
        var customer = await Customer();
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{await Stored.Upload(customer)}/content");
        change?.Invoke(request);
        return await App.Unfollowing(customer).SendAsync(request);
    }
}
