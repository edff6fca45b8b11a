using System.Net;
using System.Text.Json;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

internal sealed class ShareConsultationTests : ApiTest
{
    private TestUser customer = null!;
    private Guid id;

    [SetUp]
    public async Task Complete()
    {
        customer = await Customer("박고객");
        id = await Requested(customer);
        using var agent = await new Agent(App, id).Started();
        await agent.Give();
        await agent.Design();
        Assert.That((await Body(await agent.Deliver())).GetProperty("status").GetString(), Is.EqualTo("COMPLETED"));
    }

    [Test]
    public async Task Whoever_has_the_link_reads_the_result_without_signing_in()
    {
        var link = await Body(await Share());

        var response = await Open(Token(link));
        var body = await Body(response);

        Assert.That((Text(body, "projectName"), Text(body.GetProperty("analysis"), "feasibility"), body.GetProperty("documents").GetArrayLength()), Is.EqualTo(("동네빵집", "FEASIBLE", 4)));
        Assert.That(Text(link, "url"), Is.EqualTo($"https://joonbi.test/shared/{Token(link)}"));
        Assert.That(link.GetProperty("expiresAt").GetDateTimeOffset(), Is.EqualTo(App.Clock.GetUtcNow().AddDays(30)).Within(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task It_shows_nothing_of_the_customer_and_is_kept_by_nobody()
    {
        await App.As(customer).PostAsync($"/api/consultations/{id}/messages", new StringContent("""{ "body": "제 번호는 010-1234-5678입니다." }""", null, "application/json"));
        var response = await Open(Token(await Body(await Share())));
        var text = await response.Content.ReadAsStringAsync();

        foreach (var secret in new[] { "박고객", customer.Email, customer.Id.ToString(), id.ToString(), "010-1234-5678", "만들고 싶어요", "budget" })
            Assert.That(text, Does.Not.Contain(secret));
        Assert.That(response.Headers.CacheControl?.ToString(), Is.EqualTo("no-store"));
        Assert.That((Header(response, "X-Robots-Tag"), Header(response, "Referrer-Policy")), Is.EqualTo(("noindex", "no-referrer")));
    }

    [Test]
    public async Task The_token_is_256_bits_shown_once_and_stored_as_a_hash_only()
    {
        var response = await Share();
        var token = Token(await Body(response));

        Assert.That(token, Does.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That(response.Headers.CacheControl?.ToString(), Is.EqualTo("no-store"));
        Assert.That(await App.Sql<bool>("select token_hash = sha256(@token::bytea) from share_links", new { token }));
        Assert.That((await Body(await App.As(customer).GetAsync($"/api/consultations/{id}"))).GetProperty("share").ToString(), Does.Not.Contain(token));
    }

    [Test]
    public async Task A_new_link_ends_the_one_before()
    {
        var first = Token(await Body(await Share()));
        var second = Token(await Body(await Share()));

        await Gone(first);
        await Body(await Open(second));
    }

    [Test]
    public async Task Of_ten_links_made_at_once_one_is_open()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => Token(await Body(await Share()))));

        var answers = await Task.WhenAll(tokens.Select(Open));

        Assert.That(answers.Count(answer => answer.IsSuccessStatusCode), Is.EqualTo(1));
    }

    [Test]
    public async Task A_closed_link_leads_nowhere_and_closing_it_again_changes_nothing()
    {
        var token = Token(await Body(await Share()));

        await Body(await App.As(customer).DeleteAsync($"/api/consultations/{id}/share"), HttpStatusCode.NoContent);
        await Body(await App.As(customer).DeleteAsync($"/api/consultations/{id}/share"), HttpStatusCode.NoContent);

        await Gone(token);
        Assert.That((await Body(await App.As(customer).GetAsync($"/api/consultations/{id}"))).GetProperty("share").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(await App.Sql<int>("select count(*)::int from consultation_events where consultation_id = @id and kind = 'UNSHARED'", new { id }), Is.EqualTo(1));
    }

    [Test]
    public async Task A_link_ends_after_thirty_days()
    {
        var token = Token(await Body(await Share()));

        await App.Execute("update share_links set expires_at = @at", new { at = App.Clock.GetUtcNow().AddSeconds(1) });
        await Body(await Open(token));
        await App.Execute("update share_links set expires_at = @at", new { at = App.Clock.GetUtcNow() });

        await Gone(token);
        Assert.That((await Body(await App.As(customer).GetAsync($"/api/consultations/{id}"))).GetProperty("share").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("x")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("%27%20or%201=1%20--%0a")]
    public Task A_wrong_token_is_answered_as_any_other(string token) => Gone(token);

    [Test]
    public async Task The_hash_itself_opens_nothing()
    {
        await Body(await Share());

        await Gone(await App.Sql<string>("select translate(encode(token_hash, 'base64'), '+/=', '-_') from share_links") ?? "");
    }

    [Test]
    public async Task Only_a_delivered_result_can_be_shared()
    {
        var unfinished = await Requested(customer);

        var problem = await Problem(await App.As(customer).PostAsync($"/api/consultations/{unfinished}/share", null), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");

        Assert.That(Text(problem, "currentStatus"), Is.EqualTo("REQUESTED"));
    }

    [Test]
    public async Task Nobody_shares_or_closes_what_is_anothers()
    {
        var token = Token(await Body(await Share()));
        var other = App.As(await Customer());

        await Problem(await other.PostAsync($"/api/consultations/{id}/share", null), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
        await Problem(await other.DeleteAsync($"/api/consultations/{id}/share"), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
        await Body(await Open(token));
    }

    private Task<HttpResponseMessage> Share() => App.As(customer).PostAsync($"/api/consultations/{id}/share", null);

    private static Task<HttpResponseMessage> Open(string token) => App.AsNobody().GetAsync($"/api/shared/{token}");

    private static async Task Gone(string token) => await Problem(await Open(token), HttpStatusCode.NotFound, "SHARE_NOT_FOUND");

    private static string Token(JsonElement link) => Text(link, "token")!;

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
