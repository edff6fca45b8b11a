using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Joonbi.Tests.Security;

internal sealed class RateLimitTests
{
    private static readonly Guid Minah = new("018f0000-0000-7000-8000-000000000001");
    private static readonly Guid Jiho = new("018f0000-0000-7000-8000-000000000002");
    private Gate gate = null!;

    [SetUp]
    public async Task Open() => gate = await Gate.Open();

    [TearDown]
    public async Task Close() => await gate.DisposeAsync();

    [TestCase("/login", 10)]
    [TestCase("/register", 5)]
    [TestCase("/upload", 30)]
    [TestCase("/open", 300)]
    public async Task An_address_may_ask_so_often_in_a_minute(string path, int limit) =>
        Assert.That(await gate.Passed(limit + 5, path, _ => []), Is.EqualTo(limit));

    [Test]
    public async Task Each_account_has_its_own_share_at_the_same_address()
    {
        Assert.That(await gate.Passed(35, "/upload", _ => [gate.As(Minah)]), Is.EqualTo(30));
        Assert.That(await gate.Passed(5, "/upload", _ => [gate.As(Jiho)]), Is.EqualTo(5));
        Assert.That(await gate.Passed(5, "/open", _ => [gate.As(Minah)]), Is.EqualTo(5));
    }

    [Test]
    public async Task An_account_does_not_get_more_by_changing_its_address() =>
        Assert.That(await gate.Passed(35, "/upload", number => [gate.As(Minah), ("X-Forwarded-For", $"203.0.113.{number}")]), Is.EqualTo(30));

    [Test]
    public async Task A_login_is_counted_by_address_whoever_is_signed_in() =>
        Assert.That(await gate.Passed(15, "/login", number => [gate.As(new Guid(number, 0, 0, new byte[8]))]), Is.EqualTo(10));

    [Test]
    public async Task The_agent_may_ask_more_often_and_a_wrong_key_may_not()
    {
        Assert.That(await gate.Passed(605, "/internal", _ => [("x-internal-api-key", Gate.Key)]), Is.EqualTo(600));
        for (var number = 0; number < 300; number++)
            (await gate.Get("/internal", ("x-internal-api-key", $"guess-{number}"))).Dispose();

        using var next = await gate.Get("/internal", ("x-internal-api-key", "guess-300"));
        Assert.That(next.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task Health_is_never_refused() =>
        Assert.That(await gate.Passed(310, "/health", _ => []), Is.EqualTo(310));

    [Test]
    public async Task The_refusal_tells_when_to_come_back()
    {
        await gate.Passed(5, "/register", _ => []);

        using var refused = await gate.Get("/register");

        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That((refused.StatusCode, refused.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.TooManyRequests, "application/problem+json")));
        Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo("TOO_MANY_REQUESTS"));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Match("[가-힣]"));
        Assert.That(refused.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.Zero).And.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task A_trusted_proxy_speaks_for_many_addresses()
    {
        Assert.That(await gate.Passed(12, "/login", number => [("X-Forwarded-For", $"203.0.113.{number}")]), Is.EqualTo(12));
        Assert.That(await gate.Passed(12, "/login", number => [("X-Forwarded-For", $"10.9.9.{number}, 203.0.113.50")]), Is.EqualTo(10), "what the client itself wrote in front counts for nothing");
        Assert.That(await gate.Passed(12, "/login", number => [("X-Forwarded-For", $"2001:db8::{number}")]), Is.EqualTo(10), "one network of IPv6 is one caller");
    }

    [Test]
    public async Task From_anybody_else_a_forwarded_address_changes_nothing()
    {
        await using var untrusting = await Gate.Open(("TRUSTED_PROXIES", "10.0.0.0/8"));

        Assert.That(await untrusting.Passed(12, "/login", number => [("X-Forwarded-For", $"203.0.113.{number}")]), Is.EqualTo(10));
        using var who = await untrusting.Get("/who", ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"));
        Assert.That(await who.Content.ReadAsStringAsync(), Is.EqualTo("http 127.0.0.1"));
    }
}
