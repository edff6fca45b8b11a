using System.Net;
using Joonbi.Tests.Accounts;

namespace Joonbi.Tests.Security;

internal sealed class KnownTokensTests : AccountTest
{
    [Test]
    public async Task A_token_that_was_accepted_before_is_refused_after_its_end()
    {
        await Registered();
        var tokens = await Login();
        Assert.That(await Me(tokens), Is.EqualTo(HttpStatusCode.OK));

        App.Clock.Advance(TimeSpan.FromDays(7));

        Assert.That(await Me(tokens), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Knowing_a_token_opens_the_door_to_no_other()
    {
        await Registered();
        var token = (await Login()).GetProperty("accessToken").GetString()!;
        Assert.That(await Asked(token), Is.EqualTo(HttpStatusCode.OK));

        // The first letter of a signature holds six of its bits; the last one's spare bits would change nothing.
        var signature = token.LastIndexOf('.') + 1;
        var forged = token[..signature] + (token[signature] == 'A' ? 'B' : 'A') + token[(signature + 1)..];

        Assert.That(await Asked(forged), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await Asked(token), Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task<HttpStatusCode> Asked(string token)
    {
        using var http = App.WithToken(token);
        return (await http.GetAsync("/api/auth/me")).StatusCode;
    }
}
