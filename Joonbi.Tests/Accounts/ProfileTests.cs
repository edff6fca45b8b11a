using System.Net;
using System.Net.Http.Json;

namespace Joonbi.Tests.Accounts;

internal sealed class ProfileTests : AccountTest
{
    [Test]
    public async Task Shows_the_account_with_its_consents()
    {
        await Post("/auth/register", Registration(phone: "02-123-4567", consents: new { termsVersion = "1", marketingVersion = "2" }));

        var profile = await Body(await With(await Login()).GetAsync("/api/users/me"));

        Assert.That((profile.GetProperty("email").GetString(), profile.GetProperty("phone").GetString(), profile.GetProperty("version").GetInt32()), Is.EqualTo((Email, "021234567", 1)));
        Assert.That(profile.GetProperty("consents").EnumerateArray().Select(consent => $"{consent.GetProperty("document")} {consent.GetProperty("version")}"), Is.EqualTo(new[] { "TERMS 1", "MARKETING 2" }));
    }

    [Test]
    public async Task Changes_what_is_given_and_nothing_else()
    {
        var client = App.As(await Customer("김민아"));

        await Body(await client.PatchAsJsonAsync("/api/users/me", new { phone = "010 9876 5432" }));
        var renamed = await Body(await client.PatchAsJsonAsync("/api/users/me", new { name = " 박준비 " }));
        var cleared = await Body(await client.PatchAsJsonAsync("/api/users/me", new { phone = (string?)null }));

        Assert.That((renamed.GetProperty("name").GetString(), renamed.GetProperty("phone").GetString()), Is.EqualTo(("박준비", "01098765432")));
        Assert.That((cleared.GetProperty("name").GetString(), cleared.GetProperty("phone").GetString(), cleared.GetProperty("version").GetInt32()), Is.EqualTo(("박준비", (string?)null, 4)));
    }

    [Test]
    public async Task Of_two_changes_to_the_same_version_the_second_is_refused()
    {
        var client = App.As(await Customer());
        client.DefaultRequestHeaders.IfMatch.Add((await client.GetAsync("/api/users/me")).Headers.ETag!);

        await Body(await client.PatchAsJsonAsync("/api/users/me", new { name = "하나" }));

        await Problem(await client.PatchAsJsonAsync("/api/users/me", new { name = "둘" }), HttpStatusCode.PreconditionFailed, "VERSION_STALE");
    }

    [TestCase("""{"name":null}""")]
    [TestCase("""{"name":" "}""")]
    [TestCase("""{"phone":"12"}""")]
    [TestCase("""{"email":"other@example.com"}""")]
    [TestCase("""{"role":"ADMIN"}""")]
    public async Task Refuses(string json) =>
        await Problem(
            await App.As(await Customer()).PatchAsync("/api/users/me", new StringContent(json, System.Text.Encoding.UTF8, "application/json")),
            HttpStatusCode.BadRequest,
            "VALIDATION_FAILED");
}
