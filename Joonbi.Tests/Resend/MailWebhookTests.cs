using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Joonbi.Infrastructure.Vendors;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Resend;

/// <summary>What the mail vendor tells of mails that did not arrive.</summary>
internal sealed class MailWebhookTests : ApiTest
{
    [TestCase("email.bounced", "Permanent", "등록하신 주소로 보낸 메일이 반송되었습니다. 주소를 확인해 변경해 주세요.")]
    [TestCase("email.suppressed", null, "등록하신 주소로 보낸 메일이 반송되었습니다. 주소를 확인해 변경해 주세요.")]
    [TestCase("email.complained", null, "저희 메일이 스팸으로 신고되어 더 보내 드리지 못할 수 있습니다. 실수였다면 다른 주소로 변경해 주세요.")]
    public async Task A_mail_that_does_not_arrive_is_told_in_the_app_to_the_person_and_to_an_admin(string type, string? bounce, string told)
    {
        var (admin, customer) = (await Admin(), await Customer());

        await Body(await Tell(type, customer.Email.ToUpperInvariant(), bounce));
        await App.DeliverOutbox();

        Assert.That(await Failed(customer), Is.True);
        Assert.That(await App.Sql<string>("select body from notifications where user_id = @Id", new { customer.Id }), Is.EqualTo(told));
        Assert.That(await App.Sql<string>("select link from notifications where user_id = @Id", new { admin.Id }), Is.EqualTo($"/admin/customers/{customer.Id}"));
        Assert.That(App.Vendors.Mails, Is.Empty, "nothing goes to the address that takes nothing");
    }

    [Test]
    public async Task A_mail_that_the_vendor_took_and_never_sent_is_told_to_the_admins_and_says_nothing_of_the_address()
    {
        var (admin, customer) = (await Admin(), await Customer());

        await Body(await Tell("email.failed", customer.Email));
        await Body(await Tell("email.failed", customer.Email));
        await App.DeliverOutbox();

        Assert.That(await Failed(customer), Is.False);
        Assert.That(await App.Sql<string>("select string_agg(title || ' | ' || body, ';') from notifications where user_id = @Id", new { admin.Id }), Is.EqualTo("메일이 나가지 않았습니다 | “분석이 끝났습니다”: reached_daily_quota"));
        Assert.That(await App.Sql<int>("select count(*)::int from notifications where user_id = @Id", new { customer.Id }), Is.Zero);
        Assert.That((App.Vendors.Discord.Count, App.Vendors.Mails.Count), Is.EqualTo((1, 0)), "not by the way that is broken");
    }

    [TestCase("email.bounced", "Transient")]
    [TestCase("email.delivery_delayed", null)]
    [TestCase("email.opened", null)]
    [TestCase("a.word.of.the.future", null)]
    public async Task What_says_nothing_of_the_address_changes_nothing(string type, string? bounce)
    {
        var customer = await Customer();
        await Body(await Tell(type, customer.Email, bounce));
        Assert.That(await Failed(customer), Is.False);
    }

    [Test]
    public async Task It_is_told_once_until_a_mail_arrives_again()
    {
        var customer = await Customer();
        await Body(await Tell("email.bounced", customer.Email, "Permanent", "msg-1"));
        await Body(await Tell("email.bounced", customer.Email, "Permanent", "msg-2"));
        await Body(await Tell("email.delivered", customer.Email, id: "msg-3"));
        Assert.That(await Failed(customer), Is.False);
        await Body(await Tell("email.bounced", customer.Email, "Permanent", "msg-1"));
        Assert.That(await Failed(customer), Is.False, "a repeated delivery is not acted upon again");

        await Body(await Tell("email.bounced", customer.Email, "Permanent", "msg-4"));
        await App.DeliverOutbox();
        Assert.That(await App.Sql<int>("select count(*)::int from notifications where user_id = @Id", new { customer.Id }), Is.EqualTo(2));
    }

    [Test]
    public async Task Fifty_copies_at_once_are_one() => Assert.That(
        await CountedAfter(async customer => await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Tell("email.bounced", customer.Email, "Permanent")))),
        Is.EqualTo(1));

    [TestCase("nobody@joonbi.test")]
    [TestCase("")]
    [TestCase("\0")]
    public async Task An_address_that_is_nobody_s_is_answered_200(string email) => await Body(await Tell("email.bounced", email, "Permanent"));

    [Test]
    public async Task The_secret_before_the_last_is_good_during_a_rotation()
    {
        var customer = await Customer();
        await Body(await Tell("email.bounced", customer.Email, "Permanent", secret: TestSettings.PreviousResendSecret));
        Assert.That(await Failed(customer), Is.True);
    }

    [TestCase("another secret")]
    [TestCase("too old")]
    [TestCase("another body")]
    [TestCase("the other standard's headers")]
    [TestCase("no signature")]
    public async Task One_that_is_not_genuine_is_answered_401_and_changes_nothing(string wrong)
    {
        var customer = await Customer();
        var request = Signed("email.bounced", customer.Email, "Permanent", "msg-1", wrong == "another secret" ? "whsec_AAAAsBQIhrscChlQIMV+b5sSYspob7oD" : TestSettings.ResendSecret, wrong == "too old" ? 301 : 0);
        if (wrong == "another body")
            request.Content = new StringContent("{}");
        if (wrong == "no signature")
            request.Headers.Remove("svix-signature");
        if (wrong == "the other standard's headers")
        {
            foreach (var name in new[] { "id", "timestamp", "signature" })
            {
                request.Headers.Add($"webhook-{name}", request.Headers.GetValues($"svix-{name}"));
                request.Headers.Remove($"svix-{name}");
            }
        }

        await Problem(await App.AsNobody().SendAsync(request), HttpStatusCode.Unauthorized, "WEBHOOK_SIGNATURE_INVALID");
        Assert.That(await Failed(customer), Is.False);
    }

    [Test]
    public async Task Where_no_secret_is_set_nothing_is_believed()
    {
        await using var unset = await TestRun.Replica(_ => new() { ["RESEND_WEBHOOK_SECRET"] = "", ["RESEND_WEBHOOK_SECRET_PREVIOUS"] = "" });
        await Problem(await unset.AsNobody().SendAsync(Signed("email.bounced", "a@b.c", "Permanent", "msg-1", TestSettings.ResendSecret, 0)), HttpStatusCode.Unauthorized, "WEBHOOK_SIGNATURE_INVALID");
    }

    private static async Task<int> CountedAfter(Func<TestUser, Task> happening)
    {
        var customer = await Customer();
        await happening(customer);
        await App.DeliverOutbox();
        return await App.Sql<int>("select count(*)::int from notifications where user_id = @Id", new { customer.Id });
    }

    private static Task<bool> Failed(TestUser user) => App.Sql<bool>("select mail_failed_at is not null from users where id = @Id", new { user.Id });

    private static Task<HttpResponseMessage> Tell(string type, string to, string? bounce = null, string id = "msg-1", string secret = TestSettings.ResendSecret) =>
        App.AsNobody().SendAsync(Signed(type, to, bounce, id, secret, 0));

    private static HttpRequestMessage Signed(string type, string to, string? bounce, string id, string secret, int age)
    {
        var failed = type == "email.failed" ? new { reason = "reached_daily_quota" } : null;
        var data = new { email_id = Guid.Empty, from = "a@joonbi.test", to = new[] { to }, subject = "분석이 끝났습니다", bounce = bounce is null ? null : new { type = bounce }, failed };
        var body = JsonSerializer.Serialize(new { type, created_at = "2026-11-23T09:00:00Z", data });
        var at = (App.Clock.GetUtcNow().ToUnixTimeSeconds() - age).ToString();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/emails/webhook") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("svix-id", id);
        request.Headers.Add("svix-timestamp", at);
        request.Headers.Add("svix-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(StandardWebhook.Key(secret), Encoding.UTF8.GetBytes($"{id}.{at}.{body}")))}");
        return request;
    }
}
