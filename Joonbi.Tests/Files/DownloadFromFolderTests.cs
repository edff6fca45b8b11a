using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Files;

/// <summary>What the service says of bytes that it sends itself.</summary>
internal sealed class DownloadFromFolderTests : ApiTest
{
    [Test]
    public async Task Tells_their_checksum_their_age_and_that_no_browser_is_to_guess_their_type()
    {
        var answer = await Get();

        Assert.That(answer.Headers.ETag?.Tag, Is.EqualTo($"\"{Convert.ToHexStringLower(SHA256.HashData(Stored.Content))}\""));
        Assert.That(answer.Content.Headers.LastModified, Is.EqualTo(App.Clock.GetUtcNow()).Within(TimeSpan.FromSeconds(1)));
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
    }

    [Test]
    public async Task A_range_beyond_the_end_is_refused_with_a_problem_document()
    {
        var answer = await Get(RangeHeaderValue.Parse("bytes=19-"));

        Assert.That(answer.Content.Headers.ContentRange?.ToString(), Is.EqualTo("bytes */19"));
        await Problem(answer, HttpStatusCode.RequestedRangeNotSatisfiable, "RANGE_NOT_SATISFIABLE");
    }

    private static async Task<HttpResponseMessage> Get(RangeHeaderValue? range = null)
    {
        var customer = await Customer();
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{await Stored.Upload(customer)}/content");
        request.Headers.Range = range;
        return await App.As(customer).SendAsync(request);
    }
}
