using System.Net;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Accounts;

internal sealed class LogOutTests : AccountTest
{
    [Test]
    public async Task Ends_the_access_token_at_once()
    {
        await Registered();
        var tokens = await Login();

        await Body(await With(tokens).PostAsync("/api/auth/logout", null), HttpStatusCode.NoContent);

        Assert.That(await Me(tokens), Is.EqualTo(HttpStatusCode.Unauthorized));
        await Problem(await Refresh(RefreshToken(tokens)), HttpStatusCode.Unauthorized, "REFRESH_TOKEN_INVALID");
    }

    [Test]
    public async Task Works_by_the_refresh_token_alone()
    {
        await Registered();
        var tokens = await Login();

        await Body(await Post("/auth/logout", new { refreshToken = RefreshToken(tokens) }), HttpStatusCode.NoContent);

        Assert.That(await Me(tokens), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Is_content_when_nobody_is_signed_in() =>
        await Body(await Nobody.PostAsync("/api/auth/logout", null), HttpStatusCode.NoContent);

    [Test]
    public async Task Another_replica_refuses_the_token_too()
    {
        await Registered();
        var tokens = await Login();
        await using var replica = await TestRun.Replica();
        replica.Clock.SetUtcNow(App.Clock.GetUtcNow());
        using var there = replica.WithToken(tokens.GetProperty("accessToken").GetString()!);
        Assert.That((await there.GetAsync("/api/auth/me")).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        await With(tokens).PostAsync("/api/auth/logout", null);

        Assert.That((await there.GetAsync("/api/auth/me")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
