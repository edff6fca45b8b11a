using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace Joonbi.Tests.Deployment;

/// <summary>How often one address may ask; the API's own counting is off here.</summary>
internal sealed class LimitTests : EdgeTest
{
    [TestCase("/api/auth/login", 10)]
    [TestCase("/api/auth/LOGIN/", 10)]
    [TestCase("/api/auth/register", 5)]
    [TestCase("/api/auth/forgot-password", 5)]
    public async Task Guessing_ends_after_a_few_tries(string path, int perMinute)
    {
        var since = Stopwatch.StartNew();
        var (allowed, refused) = await UntilRefused(path);

        await Problem(refused, HttpStatusCode.TooManyRequests, "TOO_MANY_REQUESTS");
        Assert.That(Header(refused, "Retry-After"), Is.EqualTo("10"));
        Assert.That(allowed, Is.GreaterThanOrEqualTo(perMinute).And.LessThanOrEqualTo(perMinute + 1 + (since.Elapsed.TotalMinutes * perMinute)));
    }

    [Test]
    public async Task Nobody_pays_for_anothers_tries_or_escapes_by_claiming_to_be_another()
    {
        await UntilRefused("/api/auth/login");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/login") { Content = Wrong(), Headers = { { "X-Forwarded-For", "203.0.113.9" }, { "X-Real-IP", "203.0.113.9" } } };
        Assert.That((await Client.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        using var neighbour = Site.From("127.0.2.2");
        Assert.That((await Try(neighbour, "/api/auth/login")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_flood_is_stopped_and_the_page_still_comes()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Client.GetAsync("/api/events/slots")));

        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), Is.GreaterThanOrEqualTo(201).And.LessThan(1_000));
        Assert.That(answers.Select(answer => answer.StatusCode).Distinct(), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.TooManyRequests }));
        Assert.That((await Client.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_exempt_address_is_not_counted()
    {
        using var monitor = Site.From(Edge.Exempt);
        for (var tries = 0; tries < 15; tries++)
            Assert.That((await Try(monitor, "/api/auth/verify-email")).StatusCode, Is.Not.EqualTo(HttpStatusCode.TooManyRequests));
    }

    /// <summary>The allowance grows while a slow machine is trying.</summary>
    private async Task<(int Allowed, HttpResponseMessage Refused)> UntilRefused(string path)
    {
        for (var allowed = 0; allowed < 100; allowed++)
        {
            var answer = await Try(Client, path);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                return (allowed, answer);
        }

        throw new AssertionException("It never ended.");
    }

    private static Task<HttpResponseMessage> Try(HttpClient client, string path) => client.PostAsync(path, Wrong());

    /// <summary>Without a name: the API's own slowing of guesses, which goes by account, has nothing to count.</summary>
    private static JsonContent Wrong() => JsonContent.Create(new { email = "", password = "" });
}
