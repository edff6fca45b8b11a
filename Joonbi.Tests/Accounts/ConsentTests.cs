using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Joonbi.Tests.Accounts;

/// <summary>What a person agrees to can be seen, and taken back where the law and the account allow it.</summary>
internal sealed class ConsentTests : AccountTest
{
    [Test]
    public async Task Advertisements_are_agreed_to_and_taken_back_and_both_is_on_record_and_told()
    {
        var customer = await Customer();
        var client = App.As(customer);

        Assert.That(Given(await Body(await Agree(client, "MARKETING", "2"))), Is.EqualTo(new[] { "MARKETING 2" }));
        App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That(Given(await Body(await Agree(client, "MARKETING", null))), Is.Empty);
        await App.DeliverOutbox();

        var history = await Body(await client.GetAsync("/api/users/me/consents"));
        Assert.That(
            history.GetProperty("items").EnumerateArray().Select(line => $"{line.GetProperty("document")} {line.GetProperty("version")} {line.GetProperty("granted")}"),
            Is.EqualTo(new[] { "MARKETING 2 False", "MARKETING 2 True" }));
        Assert.That(
            App.Vendors.Mails.Select(mail => mail.Body.GetProperty("subject").GetString()),
            Is.EqualTo(new[] { "[준비스튜디오] 광고성 정보 수신 동의 처리 결과", "[준비스튜디오] 광고성 정보 수신 동의 철회 처리 결과" }));
    }

    [Test]
    public async Task Said_again_it_is_neither_recorded_nor_told_again()
    {
        var client = App.As(await Customer());
        await Body(await Agree(client, "MARKETING", null));
        for (var time = 0; time < 2; time++)
            await Body(await Agree(client, "MARKETING", "2"));
        await App.DeliverOutbox();

        Assert.That((await App.Sql<int>("select count(*)::int from consents"), App.Vendors.Mails.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_new_version_of_the_terms_takes_the_place_of_the_old()
    {
        await Post("/auth/register", Registration());
        App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var profile = await Body(await Agree(With(await Login()), "TERMS", "2027-01"));
        Assert.That((Given(profile), profile.GetProperty("version").GetInt32()), Is.EqualTo((new[] { "TERMS 2027-01" }, 2)));
    }

    [TestCase("TERMS")]
    [TestCase("PRIVACY")]
    public async Task What_the_account_rests_on_is_taken_back_by_leaving_only(string document)
    {
        await Post("/auth/register", Registration(consents: new { termsVersion = "1", privacyVersion = "1" }));
        await Problem(await Agree(With(await Login()), document, null), HttpStatusCode.UnprocessableEntity, "CONSENT_REQUIRED");
    }

    [TestCase("MARKETING", "")]
    [TestCase("MARKETING", "<1>")]
    [TestCase("NEWS", "1")]
    public async Task Refuses(string document, string version) =>
        Assert.That((await Agree(App.As(await Customer()), document, version)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));

    private static Task<HttpResponseMessage> Agree(HttpClient client, string document, string? version) =>
        client.PutAsJsonAsync("/api/users/me/consents", new { document, version });

    private static string[] Given(JsonElement profile) =>
        [.. profile.GetProperty("consents").EnumerateArray().Select(consent => $"{consent.GetProperty("document")} {consent.GetProperty("version")}")];
}
