using System.Net;

namespace Joonbi.Tests.Accounts;

internal sealed class ResetPasswordTests : AccountTest
{
    private const string Next = "새로 정한 긴 비밀번호 7";

    [Test]
    public async Task The_mailed_link_sets_a_new_password_and_ends_every_session()
    {
        await Registered();
        var thief = await Login();

        await Body(await Reset(await Asked()), HttpStatusCode.NoContent);

        Assert.That(await Me(thief), Is.EqualTo(HttpStatusCode.Unauthorized));
        await Problem(await TryLogin(), HttpStatusCode.Unauthorized, "LOGIN_FAILED");
        await Login(password: Next);
        Assert.That(await App.Sql<long>("select count(*) from sessions where revoked_why = 'PASSWORD_CHANGED'"), Is.EqualTo(2));
    }

    [Test]
    public async Task The_person_is_told_that_the_password_has_changed()
    {
        await Registered();
        await Reset(await Asked());
        await App.DeliverOutbox();

        var mail = App.Vendors.Mails[^1].Body;
        Assert.That(mail.GetProperty("subject").GetString(), Is.EqualTo("[준비스튜디오] 비밀번호가 변경되었습니다"));
        Assert.That(mail.GetProperty("to")[0].GetString(), Is.EqualTo(Email));
    }

    [Test]
    public async Task The_link_works_once_even_for_ten_at_the_same_time()
    {
        await Registered();
        var token = await Asked();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Reset(token)));

        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.NoContent), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity), Is.EqualTo(9));
    }

    [Test]
    public async Task The_link_expires_after_an_hour()
    {
        await Registered();
        var token = await Asked();
        App.Clock.Advance(TimeSpan.FromHours(1));

        await Problem(await Reset(token), HttpStatusCode.UnprocessableEntity, "LINK_INVALID");
    }

    [Test]
    public async Task Using_one_link_makes_the_others_worthless()
    {
        await Registered();
        var first = await Asked();
        App.Clock.Advance(TimeSpan.FromMinutes(4));
        var second = await Asked();

        await Body(await Reset(second), HttpStatusCode.NoContent);

        await Problem(await Reset(first), HttpStatusCode.UnprocessableEntity, "LINK_INVALID");
    }

    [Test]
    public async Task A_link_that_verifies_an_address_sets_no_password()
    {
        await Post("/auth/register", Registration());

        await Problem(await Reset(await MailedToken()), HttpStatusCode.UnprocessableEntity, "LINK_INVALID");
    }

    [Test]
    public async Task A_bad_password_is_refused_and_leaves_the_link_good()
    {
        await Registered();
        var token = await Asked();

        await Problem(await Post("/auth/reset-password", new { token, newPassword = "password1234" }), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        await Body(await Reset(token), HttpStatusCode.NoContent);
    }

    [Test]
    public async Task Proves_the_address_and_lets_a_blocked_owner_in()
    {
        await Registered();
        await App.Execute("update users set email_verified_at = null");
        for (var guess = 0; guess < 5; guess++)
            await TryLogin(password: "틀린 비밀번호입니다");

        await Reset(await Asked());

        Assert.That((await Login(password: Next)).GetProperty("user").GetProperty("emailVerified").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Asking_answers_the_same_whether_or_not_there_is_an_account()
    {
        await Registered();

        await Body(await Ask(Email), HttpStatusCode.NoContent);
        await Body(await Ask("nobody@example.com"), HttpStatusCode.NoContent);

        await App.DeliverOutbox();
        Assert.That(App.Vendors.Mails, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task At_most_one_mail_in_three_minutes_even_for_ten_at_the_same_time()
    {
        await Registered();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Ask(Email)));

        Assert.That(answers.Select(answer => answer.StatusCode), Has.All.EqualTo(HttpStatusCode.NoContent));
        await App.DeliverOutbox();
        Assert.That(App.Vendors.Mails, Has.Count.EqualTo(1));
    }

    private static Task<HttpResponseMessage> Ask(string email) => Post("/auth/forgot-password", new { email });

    private static async Task<string> Asked()
    {
        await Ask(Email);
        return await MailedToken();
    }

    private static Task<HttpResponseMessage> Reset(string token) => Post("/auth/reset-password", new { token, newPassword = Next });
}
