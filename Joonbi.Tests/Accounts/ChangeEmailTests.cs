using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Accounts;

/// <summary>Another address: asked for with the password, proved by its own link, told to the old one.</summary>
internal sealed class ChangeEmailTests : AccountTest
{
    private const string Next = "mina@bakery.example.com";
    private const string Old = Email;

    [Test]
    public async Task Is_the_account_s_once_its_own_link_was_used()
    {
        await Registered();
        var (here, there) = (await Login(), await Login());

        await Body(await Ask(here, " Mina@Bakery.Example.com "), HttpStatusCode.Accepted);
        var token = await MailedToken();
        Assert.That(To(^1), Is.EqualTo(Next));
        Assert.That((await Address(here), await Pending(here)), Is.EqualTo((Old, Next)), "nothing has changed yet");

        await Body(await Post("/auth/change-email", new { token }), HttpStatusCode.NoContent);
        await App.DeliverOutbox();

        Assert.That((await Me(here), await Me(there)), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)), "every session is over");
        await Problem(await Refresh(RefreshToken(here)), HttpStatusCode.Unauthorized, "REFRESH_TOKEN_INVALID");
        await Problem(await TryLogin(), HttpStatusCode.Unauthorized, "LOGIN_FAILED");
        var tokens = await Login(Next);
        Assert.That((await Address(tokens), await Pending(tokens)), Is.EqualTo((Next, (string?)null)));
        Assert.That((To(^1), Subject(^1)), Is.EqualTo((Old, "[준비스튜디오] 이메일 주소가 변경되었습니다")));
        Assert.That(await WholeDatabase.Find(App, Old), Is.Empty, "the old address was told and is forgotten");
    }

    [Test]
    public async Task Its_link_works_once_and_only_for_this()
    {
        await Registered();
        await Body(await Ask(await Login()), HttpStatusCode.Accepted);
        var token = await MailedToken();

        await Problem(await Post("/auth/verify-email", new { token }), HttpStatusCode.UnprocessableEntity, "LINK_INVALID");
        await Problem(await Post("/auth/reset-password", new { token, newPassword = "다른 비밀번호 하나 더" }), HttpStatusCode.UnprocessableEntity, "LINK_INVALID");
        await Body(await Post("/auth/change-email", new { token }), HttpStatusCode.NoContent);
        await Problem(await Post("/auth/change-email", new { token }), HttpStatusCode.UnprocessableEntity, "LINK_INVALID");
    }

    [Test]
    public async Task Its_link_is_too_old_after_two_days()
    {
        await Registered();
        var tokens = await Login();
        await Body(await Ask(tokens), HttpStatusCode.Accepted);
        var token = await MailedToken();
        await DaysPass(2.01);
        Assert.That(await Pending(tokens), Is.Null);
        await Problem(await Post("/auth/change-email", new { token }), HttpStatusCode.UnprocessableEntity, "LINK_INVALID");
    }

    [Test]
    public async Task A_later_wish_makes_the_earlier_link_worthless()
    {
        await Registered();
        var tokens = await Login();
        await Body(await Ask(tokens), HttpStatusCode.Accepted);
        var first = await MailedToken();
        await Problem(await Ask(tokens, "third@example.com"), HttpStatusCode.TooManyRequests, "TOO_MANY_ATTEMPTS");
        Assert.That(await Pending(tokens), Is.EqualTo(Next), "what was refused has changed nothing");

        await DaysPass(0.01);
        await Body(await Ask(tokens, "third@example.com"), HttpStatusCode.Accepted);
        await Problem(await Post("/auth/change-email", new { token = first }), HttpStatusCode.UnprocessableEntity, "LINK_INVALID");
        await Body(await Post("/auth/change-email", new { token = await MailedToken() }), HttpStatusCode.NoContent);
        Assert.That(await Address(await Login("third@example.com")), Is.EqualTo("third@example.com"));
    }

    [Test]
    public async Task No_link_that_was_mailed_to_the_old_address_works_any_more()
    {
        await Registered();
        await Body(await Post("/auth/forgot-password", new { email = Old }), HttpStatusCode.NoContent);
        var reset = await MailedToken();
        await Body(await Ask(await Login()), HttpStatusCode.Accepted);
        await Body(await Post("/auth/change-email", new { token = await MailedToken() }), HttpStatusCode.NoContent);

        await Problem(await Post("/auth/reset-password", new { token = reset, newPassword = "다른 비밀번호 하나 더" }), HttpStatusCode.UnprocessableEntity, "LINK_INVALID");
    }

    [Test]
    public async Task An_address_that_has_an_account_is_refused_when_asked_for_and_when_proved()
    {
        await Registered();
        await Registered("taken@example.com");
        var tokens = await Login();
        await Problem(await Ask(tokens, "TAKEN@example.com"), HttpStatusCode.Conflict, "EMAIL_TAKEN");

        await Body(await Ask(tokens), HttpStatusCode.Accepted);
        var token = await MailedToken();
        await Registered(Next);

        await Problem(await Post("/auth/change-email", new { token }), HttpStatusCode.Conflict, "EMAIL_TAKEN");
        Assert.That(await Address(tokens), Is.EqualTo(Old));
    }

    [Test]
    public async Task Of_two_who_want_the_same_address_one_gets_it()
    {
        await Registered();
        await Registered("second@example.com");
        await Body(await Ask(await Login()), HttpStatusCode.Accepted);
        var first = await MailedToken();
        await Body(await Ask(await Login("second@example.com")), HttpStatusCode.Accepted);
        var second = await MailedToken();

        var answers = await Task.WhenAll(Post("/auth/change-email", new { token = first }), Post("/auth/change-email", new { token = second }));

        Assert.That(answers.Select(answer => answer.StatusCode), Is.EquivalentTo(new[] { HttpStatusCode.NoContent, HttpStatusCode.Conflict }));
    }

    [TestCase(Next, "틀린 비밀번호입니다")]
    [TestCase("no address", Password)]
    [TestCase(Old, Password)]
    public async Task Refuses(string email, string password)
    {
        await Registered();
        await Problem(await Ask(await Login(), email, password), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        await App.DeliverOutbox();
        Assert.That(App.Vendors.Mails, Is.Empty);
    }

        private static Task<HttpResponseMessage> Ask(JsonElement tokens, string email = Next, string password = Password) =>
        With(tokens).PatchAsJsonAsync("/api/users/me/email", new { email, password });

    private static async Task<string?> Address(JsonElement tokens) => (await Body(await With(tokens).GetAsync("/api/users/me"))).GetProperty("email").GetString();

    private static async Task<string?> Pending(JsonElement tokens) => (await Body(await With(tokens).GetAsync("/api/users/me"))).GetProperty("pendingEmail").GetString();

    private static string? To(Index mail) => App.Vendors.Mails[mail].Body.GetProperty("to")[0].GetString();

    private static string? Subject(Index mail) => App.Vendors.Mails[mail].Body.GetProperty("subject").GetString();
}
