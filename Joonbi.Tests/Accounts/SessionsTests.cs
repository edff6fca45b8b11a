using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Joonbi.Tests.Accounts;

internal sealed class SessionsTests : AccountTest
{
    [Test]
    public async Task Lists_the_open_ones_and_says_which_one_asks()
    {
        await Registered();
        var (phone, ended, here) = (await LoginFrom("phone"), await LoginFrom("old tablet"), await LoginFrom("laptop"));
        await Post("/auth/logout", new { refreshToken = RefreshToken(ended) });

        var items = await List(here);

        Assert.That(items.Take(2).Select(item => (item.GetProperty("userAgent").GetString(), item.GetProperty("current").GetBoolean())), Is.EqualTo(new[] { ("laptop", true), ("phone", false) }));
        Assert.That(await Me(phone), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task One_can_be_ended_from_another_device()
    {
        await Registered();
        var (lost, here) = (await LoginFrom("lost phone"), await LoginFrom("laptop"));
        var id = (await List(here)).Single(item => item.GetProperty("userAgent").GetString() == "lost phone").GetProperty("id").GetGuid();

        await Body(await With(here).DeleteAsync($"/api/users/me/sessions/{id}"), HttpStatusCode.NoContent);

        Assert.That(await Me(lost), Is.EqualTo(HttpStatusCode.Unauthorized));
        await Problem(await With(here).DeleteAsync($"/api/users/me/sessions/{id}"), HttpStatusCode.NotFound, "SESSION_NOT_FOUND");
    }

    [Test]
    public async Task Comes_in_parts()
    {
        await Registered();
        var here = await Login();
        await Login();
        var first = await Body(await With(here).GetAsync("/api/users/me/sessions?limit=2"));
        var second = await Body(await With(here).GetAsync($"/api/users/me/sessions?limit=2&cursor={first.GetProperty("nextCursor").GetString()}"));

        Assert.That((first.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength(), second.GetProperty("nextCursor").ValueKind), Is.EqualTo((2, 1, JsonValueKind.Null)));
    }

    private static async Task<IReadOnlyList<JsonElement>> List(JsonElement tokens) =>
        [.. (await Body(await With(tokens).GetAsync("/api/users/me/sessions"))).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> LoginFrom(string device)
    {
        App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var client = Nobody;
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", device);
        return await Body(await client.PostAsJsonAsync("/api/auth/login", new { email = Email, password = Password }));
    }
}
