using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Joonbi.Tests.Accounts;

internal sealed class RefreshSessionTests : AccountTest
{
    [Test]
    public async Task Buys_a_new_pair_and_keeps_the_session_alive()
    {
        await Registered();
        var tokens = await Login();
        for (var week = 0; week < 8; week++)
        {
            await DaysPass(6);
            tokens = await Body(await Refresh(RefreshToken(tokens)));
        }

        Assert.That(await Me(tokens), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await App.Sql<long>("select count(*) from sessions where user_agent <> 'test'"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_token_that_comes_again_ends_the_whole_session_at_once()
    {
        await Registered();
        var stolen = RefreshToken(await Login());
        var owner = await Body(await Refresh(stolen));
        owner = await Body(await Refresh(RefreshToken(owner)));
        App.Clock.Advance(TimeSpan.FromSeconds(11));

        await Problem(await Refresh(stolen), HttpStatusCode.Unauthorized, "REFRESH_TOKEN_INVALID");

        Assert.That(await Me(owner), Is.EqualTo(HttpStatusCode.Unauthorized));
        await Problem(await Refresh(RefreshToken(owner)), HttpStatusCode.Unauthorized, "REFRESH_TOKEN_INVALID");
        Assert.That(await App.Sql<string>("select revoked_why from sessions where user_agent <> 'test'"), Is.EqualTo("REUSED_TOKEN"));
    }

    [Test]
    public async Task Fifty_simultaneous_uses_of_one_token_leave_one_branch()
    {
        await Registered();
        var token = RefreshToken(await Login());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Refresh(token)));

        var winner = await Body(answers.Single(answer => answer.IsSuccessStatusCode));
        foreach (var answer in answers.Where(answer => !answer.IsSuccessStatusCode))
            await Problem(answer, HttpStatusCode.Conflict, "REFRESH_TOKEN_JUST_USED");
        Assert.That(await App.Sql<long>("select count(*) from refresh_tokens where used_at is null"), Is.EqualTo(1));
        await Body(await Refresh(RefreshToken(winner)));
    }

    [Test]
    public async Task Another_session_of_the_same_person_is_not_touched()
    {
        await Registered();
        var (stolen, other) = (RefreshToken(await Login()), await Login());
        await Refresh(stolen);
        App.Clock.Advance(TimeSpan.FromSeconds(11));
        await Refresh(stolen);

        Assert.That(await Me(other), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_session_that_rests_too_long_is_over()
    {
        await Registered();
        var token = RefreshToken(await Login());
        await DaysPass(30);

        await Problem(await Refresh(token), HttpStatusCode.Unauthorized, "REFRESH_TOKEN_INVALID");
    }

    [Test]
    public async Task An_access_token_is_no_refresh_token_and_the_other_way_round()
    {
        await Registered();
        var tokens = await Login();

        await Problem(await Refresh(tokens.GetProperty("accessToken").GetString()!), HttpStatusCode.Unauthorized, "REFRESH_TOKEN_INVALID");
        Assert.That((await App.WithToken(RefreshToken(tokens)).GetAsync("/api/auth/me")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        await Problem(await Refresh("nonsense"), HttpStatusCode.Unauthorized, "REFRESH_TOKEN_INVALID");
        await Problem(await Post("/auth/refresh"), HttpStatusCode.Unauthorized, "REFRESH_TOKEN_INVALID");
    }

    [Test]
    public async Task The_database_holds_no_token()
    {
        await Registered();
        var token = RefreshToken(await Login());

        Assert.That(await App.Sql<string>("select jsonb_agg(refresh_tokens)::text || (select jsonb_agg(sessions)::text from sessions) from refresh_tokens"), Does.Not.Contain(token));
        Assert.That(await App.Sql<long>("select count(*) from refresh_tokens where token_hash in (sha256(convert_to(@token, 'UTF8')), convert_to(@token, 'UTF8'))", new { token }), Is.Zero);
    }

    [Test]
    public async Task A_browser_refreshes_by_its_cookie()
    {
        var cookie = await BrowserCookie();

        var response = await ByCookie("/auth/refresh", cookie, "https://joonbi.test");

        Assert.That((await Body(response)).GetProperty("refreshToken").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(Cookie(response), Does.StartWith("joonbi_refresh=").And.Not.EqualTo(cookie));
    }

    [TestCase("https://evil.example")]
    [TestCase("https://blog.joonbi.test")]
    [TestCase("http://joonbi.test")]
    [TestCase("null")]
    public async Task A_page_of_another_origin_cannot_use_the_cookie(string origin)
    {
        var cookie = await BrowserCookie();

        await Problem(await ByCookie("/auth/refresh", cookie, origin), HttpStatusCode.Unauthorized, "ORIGIN_REFUSED");
        await Problem(await ByCookie("/auth/logout", cookie, origin), HttpStatusCode.Unauthorized, "ORIGIN_REFUSED");

        await Body(await ByCookie("/auth/refresh", cookie, null));
    }

    private static async Task<string> BrowserCookie()
    {
        await Registered();
        return Cookie(await Post("/auth/login", new { email = Email, password = Password, client = "BROWSER" }));
    }

    private static string Cookie(HttpResponseMessage response) => response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    private static Task<HttpResponseMessage> ByCookie(string path, string cookie, string? origin)
    {
        var client = Nobody;
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        if (origin is not null)
            client.DefaultRequestHeaders.Add("Origin", origin);

        return client.PostAsync($"/api{path}", JsonContent.Create(new { }));
    }
}
