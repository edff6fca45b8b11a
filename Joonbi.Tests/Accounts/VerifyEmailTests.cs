using System.Net;

namespace Joonbi.Tests.Accounts;

internal sealed class VerifyEmailTests : AccountTest
{
    [Test]
    public async Task The_mailed_link_proves_the_address_once()
    {
        await Post("/auth/register", Registration());
        var token = await MailedToken();

        await Body(await Post("/auth/verify-email", new { token }), HttpStatusCode.NoContent);

        Assert.That((await Login()).GetProperty("user").GetProperty("emailVerified").GetBoolean(), Is.True);
        await Problem(await Post("/auth/verify-email", new { token }), HttpStatusCode.UnprocessableEntity, "LINK_INVALID");
    }

    [Test]
    public async Task The_mail_is_Korean_and_addressed_to_the_person()
    {
        await Post("/auth/register", Registration());
        await App.DeliverOutbox();

        var mail = App.Vendors.Mails.Single().Body;
        Assert.That(mail.GetProperty("to")[0].GetString(), Is.EqualTo(Email));
        Assert.That(mail.GetProperty("subject").GetString(), Is.EqualTo("[준비스튜디오] 이메일 주소를 확인해 주세요"));
        Assert.That(mail.GetProperty("text").GetString(), Does.Contain("김민아님").And.Contain("https://joonbi.test/verify-email?token="));
    }

    [Test]
    public async Task Neither_the_outbox_nor_the_tables_of_tokens_hold_a_token_or_an_address()
    {
        await Post("/auth/register", Registration());
        var stored = await App.Sql<string>("select (select jsonb_agg(outbox)::text from outbox) || (select jsonb_agg(email_tokens)::text from email_tokens)");

        Assert.That(stored, Does.Not.Contain(await MailedToken()).And.Not.Contain(Email).And.Not.Contain("김민아"));
    }

    [Test]
    public async Task The_link_expires()
    {
        await Post("/auth/register", Registration());
        var token = await MailedToken();
        await DaysPass(2);

        await Problem(await Post("/auth/verify-email", new { token }), HttpStatusCode.UnprocessableEntity, "LINK_INVALID");
    }

    [Test]
    public async Task A_new_link_can_be_asked_for_but_not_all_the_time()
    {
        await Post("/auth/register", Registration());
        await MailedToken();
        var tokens = await Login();

        await Problem(await With(tokens).PostAsync("/api/auth/verify-email/resend", null), HttpStatusCode.TooManyRequests, "TOO_MANY_ATTEMPTS");
        App.Clock.Advance(TimeSpan.FromMinutes(4));
        await Body(await With(tokens).PostAsync("/api/auth/verify-email/resend", null), HttpStatusCode.NoContent);

        await Body(await Post("/auth/verify-email", new { token = await MailedToken() }), HttpStatusCode.NoContent);
        Assert.That(App.Vendors.Mails, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Who_is_verified_gets_no_further_mail()
    {
        await Body(await App.As(await Customer()).PostAsync("/api/auth/verify-email/resend", null), HttpStatusCode.NoContent);

        Assert.That(await App.DeliverOutbox(), Is.Zero);
    }
}
