using System.Net;

namespace Joonbi.Tests.Security;

internal sealed class BrowserTests
{
    private const string Frontend = "https://joonbi.test";
    private Gate gate = null!;

    [OneTimeSetUp]
    public async Task Open() => gate = await Gate.Open(("FRONTEND_URL", $"{Frontend}/start"));

    [OneTimeTearDown]
    public async Task Close() => await gate.DisposeAsync();

    [TestCase("/open")]
    [TestCase("/bug")]
    [TestCase("/nowhere")]
    [TestCase("/internal")]
    public async Task The_front_end_may_read_every_answer_with_cookies(string path)
    {
        using var response = await gate.Get(path, ("Origin", Frontend));

        Assert.That(Header(response, "Access-Control-Allow-Origin"), Is.EqualTo(Frontend));
        Assert.That(Header(response, "Access-Control-Allow-Credentials"), Is.EqualTo("true"));
        Assert.That(Header(response, "Access-Control-Expose-Headers"), Does.Contain("ETag").And.Contain("Retry-After"));
    }

    [TestCase("https://joonbi.test.evil.example")]
    [TestCase("http://joonbi.test")]
    [TestCase("null")]
    public async Task No_other_page_may(string origin)
    {
        using var response = await gate.Get("/open", ("Origin", origin));

        Assert.That(Header(response, "Access-Control-Allow-Origin"), Is.Null);
    }

    [Test]
    public async Task A_preflight_is_answered_before_anybody_is_asked_who_they_are()
    {
        using var response = await gate.Send(HttpMethod.Options, "/internal", ("Origin", Frontend), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-match,idempotency-key"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(Header(response, "Access-Control-Allow-Headers"), Does.Contain("if-match").IgnoreCase);
    }

    [TestCase("/open")]
    [TestCase("/bug")]
    [TestCase("/nowhere")]
    public async Task Every_answer_says_that_it_is_no_page(string path)
    {
        using var response = await gate.Get(path);

        Assert.That(Header(response, "X-Content-Type-Options"), Is.EqualTo("nosniff"));
        Assert.That(Header(response, "Referrer-Policy"), Is.EqualTo("no-referrer"));
        Assert.That(Header(response, "Content-Security-Policy"), Does.StartWith("default-src 'none'"));
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
