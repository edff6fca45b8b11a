using Joonbi.Application.Mail;
using Joonbi.Infrastructure.Resend;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Joonbi.Tests.Resend;

internal sealed class ResendMailerTests : VendorTrouble
{
    private static readonly Guid MessageId = Guid.Parse("019ab0c4-1111-7000-8000-000000000001");

    private static readonly Letter SomeLetter = new(
        ["kim@joonbi.test"], "분석이 완료되었습니다", "분석이 완료되었습니다", ["김민아님, 결과를 확인해 주세요."], new LetterLink("결과 보기", "/consultations/1"), "CONSULTATION_RESULT");

    [Test]
    public async Task Sends_what_the_vendor_expects()
    {
        await Send(SomeLetter);

        var call = App.Vendors.Mails.Single();
        Assert.That((call.Method, call.Path), Is.EqualTo(("POST", "/resend/emails")));
        Assert.That(call.Headers["Authorization"], Is.EqualTo("Bearer re_test_key_123"));
        Assert.That(call.Headers["Idempotency-Key"], Is.EqualTo("019ab0c4-1111-7000-8000-000000000001"));
        Assert.That(call.Headers["User-Agent"], Does.StartWith("Joonbi/"));
        Assert.That(call.Body.GetProperty("from").GetString(), Is.EqualTo("준비스튜디오 <no-reply@joonbi.test>"));
        Assert.That(call.Body.GetProperty("to")[0].GetString(), Is.EqualTo("kim@joonbi.test"));
        Assert.That(call.Body.GetProperty("tags")[0].GetProperty("value").GetString(), Is.EqualTo("CONSULTATION_RESULT"));
        Assert.That(call.Body.GetProperty("text").GetString(), Does.Contain("결과 보기: https://joonbi.test/consultations/1"));
    }

    [Test]
    public async Task The_whole_mail_has_the_shape_that_the_vendor_documents()
    {
        await Send(SomeLetter with { To = ["kim@joonbi.test", "lee@joonbi.test"] });

        var body = App.Vendors.Mails.Single().Body;
        Assert.That(body.EnumerateObject().Select(member => $"{member.Name}: {member.Value.ValueKind}"), Is.EqualTo(new[] { "from: String", "to: Array", "subject: String", "html: String", "text: String", "tags: Array" }));
        Assert.That(body.GetProperty("to").GetRawText(), Is.EqualTo("""["kim@joonbi.test","lee@joonbi.test"]"""));
        Assert.That(body.GetProperty("tags").GetRawText(), Is.EqualTo("""[{"name":"kind","value":"CONSULTATION_RESULT"},{"name":"message_id","value":"019ab0c4-1111-7000-8000-000000000001"}]"""));
        Assert.That(body.GetProperty("tags").EnumerateArray().SelectMany(tag => tag.EnumerateObject()).Select(part => part.Value.GetString()), Has.All.Match("^[A-Za-z0-9_-]{1,256}$"));
    }

    [Test]
    public async Task The_same_message_has_the_same_key_and_the_same_body()
    {
        await Send(SomeLetter);
        await Send(SomeLetter);

        var calls = App.Vendors.Mails;
        Assert.That(calls[0].Headers["Idempotency-Key"], Is.EqualTo(calls[1].Headers["Idempotency-Key"]));
        Assert.That(calls[0].Body.GetRawText(), Is.EqualTo(calls[1].Body.GetRawText()));
    }

    [Test]
    public async Task A_stranger_s_words_stay_words()
    {
        await Send(SomeLetter with { Subject = "빵집\r\nBcc: all@joonbi.test", Heading = "<script>alert(1)</script>", Paragraphs = ["<img src=x onerror=alert(1)>\n둘째 줄"] });

        var body = App.Vendors.Mails.Single().Body;
        Assert.That(body.GetProperty("subject").GetString(), Is.EqualTo("빵집  Bcc: all@joonbi.test"));
        Assert.That(body.GetProperty("html").GetString(), Does.Not.Contain("<script>").And.Not.Contain("<img").And.Contain("&lt;script&gt;").And.Contain("<br>둘째 줄"));
    }

    [TestCase(400, "invalid_idempotency_key", true)]
    [TestCase(401, "missing_api_key", true)]
    [TestCase(403, "validation_error", true)]
    [TestCase(422, "invalid_parameter", true)]
    [TestCase(451, "security_error", true)]
    [TestCase(409, "concurrent_idempotent_requests", false)]
    [TestCase(409, "resource_locked", false)]
    [TestCase(500, "application_error", false)]
    [TestCase(503, "service_unavailable", false)]
    public void A_refusal_is_final_and_an_outage_is_not(int status, string name, bool final)
    {
        App.Vendors.AnswerAll(status, new { statusCode = status, name, message = "about kim@joonbi.test" });

        var refused = Refused(() => Send(SomeLetter));

        Assert.That((refused.Final, refused.RetryAfter), Is.EqualTo((final, (TimeSpan?)null)));
        Assert.That(refused.Message, Is.EqualTo($"resend: {status} {name}"));
    }

    [Test]
    public void Another_body_under_a_known_key_means_that_it_is_on_its_way()
    {
        App.Vendors.AnswerAll(409, new { statusCode = 409, name = "invalid_idempotent_request", message = "" });

        Assert.DoesNotThrowAsync(() => Send(SomeLetter));
    }

    [TestCase("rate_limit_exceeded", 3)]
    [TestCase("daily_quota_exceeded", 3_600)]
    [TestCase("monthly_quota_exceeded", 3_600)]
    public void A_429_is_a_rest_and_a_spent_quota_a_long_one(string name, int seconds)
    {
        App.Vendors.AnswerAll(429, new { statusCode = 429, name, message = "" }, ("Retry-After", "3"));

        Assert.That(Refused(() => Send(SomeLetter)).RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public void A_hanging_call_ends_by_the_time_out_and_may_be_tried_again()
    {
        VendorsHangFor(TimeSpan.FromSeconds(11));

        Assert.That(Refused(() => Send(SomeLetter)).Message, Is.EqualTo("resend: time-out"));
    }

    [Test]
    public void Mails_leave_no_faster_than_the_pace()
    {
        var clock = new FakeTimeProvider();
        var pace = new SendingPace(2, clock);

        var turns = Enumerable.Range(0, 3).Select(_ => pace.Wait(default)).ToArray();
        Assert.That(turns.Select(turn => turn.IsCompleted), Is.EqualTo(new[] { true, false, false }));
        clock.Advance(TimeSpan.FromMilliseconds(500));
        Assert.That(turns.Select(turn => turn.IsCompleted), Is.EqualTo(new[] { true, true, false }));
        clock.Advance(TimeSpan.FromMilliseconds(500));
        Assert.That(turns.Select(turn => turn.IsCompleted), Has.All.True);
    }

    [Test]
    public void A_letter_without_a_link_has_no_button()
    {
        var page = new LetterPage(SomeLetter with { Link = null }, new Uri("https://joonbi.test"));

        Assert.That(page.Html, Does.Not.Contain("<a "));
        Assert.That(page.Text, Does.StartWith("분석이 완료되었습니다\n\n김민아님"));
    }

    private static Task Send(Letter letter) => App.Services.GetRequiredService<IMailer>().Send(letter, MessageId, default);
}
