using System.Net;
using Joonbi.Tests.PortOne;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Payments;

/// <summary>What PortOne tells us: signed or not, once or fifty times, in whatever order.</summary>
internal sealed class PaymentWebhookTests : PaymentTest
{
    [Test]
    public async Task A_genuine_one_before_the_browser_is_enough()
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        App.Vendors.PortOne.Pay(payment);

        Assert.That((await Webhook(payment)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        Assert.That((await StatusOf(payment), await StatusOf(consultation)), Is.EqualTo(("PAID", "REQUESTED")));
    }

    [TestCase(1)]
    [TestCase(25)]
    [TestCase(50)]
    public async Task Fifty_copies_at_once_and_the_browser_among_them_are_one_effect_one_trigger_and_one_mail(int deliveries)
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        App.Vendors.PortOne.Pay(payment);

        var calls = Enumerable.Range(0, 50).Select(copy => Webhook(payment, id: $"msg-{copy % deliveries}")).Append(Complete(customer, payment)).ToList();
        foreach (var answer in await Task.WhenAll(calls))
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await App.DeliverOutbox();

        Assert.That((await Triggers(consultation), App.Vendors.Discord.Count), Is.EqualTo((1, 1)));
        Assert.That(await App.Sql<string>("select string_agg(kind, ',') from ledger_entries"), Is.EqualTo("PAYMENT"));
        Assert.That(App.Vendors.Mails.Count(mail => mail.Body.GetProperty("subject").GetString() == "[준비스튜디오] 결제가 완료되었습니다"), Is.EqualTo(1));
        Assert.That(await App.Sql<int>("select count(*)::int from consultation_events where kind = 'PAID'"), Is.EqualTo(1));
    }

    [Test]
    public async Task The_secret_before_the_last_is_good_during_a_rotation()
    {
        var payment = await Prepared(await Customer());
        App.Vendors.PortOne.Pay(payment);
        Assert.That((await Webhook(payment, secret: PortOneStandIn.PreviousSecret)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusOf(payment), Is.EqualTo("PAID"));
    }

    [TestCase("secret")]
    [TestCase("old")]
    [TestCase("future")]
    [TestCase("body")]
    [TestCase("webhook-id")]
    [TestCase("webhook-timestamp")]
    [TestCase("webhook-signature")]
    [TestCase("twice")]
    [TestCase("unsigned")]
    public async Task One_that_is_not_genuine_is_answered_401_and_changes_nothing(string wrong)
    {
        var payment = await Prepared(await Customer());
        App.Vendors.PortOne.Pay(payment);

        var response = await Webhook(
            payment,
            secret: wrong == "secret" ? "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" : PortOneStandIn.WebhookSecret,
            age: wrong switch { "old" => TimeSpan.FromSeconds(301), "future" => TimeSpan.FromSeconds(-301), _ => default },
            change: request => Spoil(request, wrong));

        await Problem(response, HttpStatusCode.Unauthorized, "WEBHOOK_SIGNATURE_INVALID");
        Assert.That((await StatusOf(payment), App.Vendors.PortOneCalls.Count, await App.Sql<int>("select count(*)::int from webhook_deliveries")), Is.EqualTo(("PENDING", 0, 0)));
    }

    [TestCase(PortOneStandIn.WebhookSecret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, """{"test": 2432232314}""", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [TestCase(PortOneStandIn.PreviousSecret, "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", 1_649_367_553, """{"email":"test@example.com","username":"test_user"}""", "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=")]
    public async Task The_published_vectors_are_taken_in_their_own_time_and_to_the_bit(string secret, string id, long at, string body, string signature)
    {
        await using var then = await TestRun.Replica(_ => new() { ["PORTONE_WEBHOOK_SECRET"] = secret, ["PORTONE_WEBHOOK_SECRET_PREVIOUS"] = "" });
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        then.Clock.AdjustTime(DateTimeOffset.FromUnixTimeSeconds(at));

        Assert.That((await Send(then)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await Problem(await Send(App), HttpStatusCode.Unauthorized, "WEBHOOK_SIGNATURE_INVALID");
        OneBitOther(bytes);
        await Problem(await Send(then), HttpStatusCode.Unauthorized, "WEBHOOK_SIGNATURE_INVALID");

        Task<HttpResponseMessage> Send(JoonbiApp app)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/payments/webhook") { Content = new ByteArrayContent(bytes) };
            request.Headers.Add("webhook-id", id);
            request.Headers.Add("webhook-timestamp", at.ToString());
            request.Headers.Add("webhook-signature", signature);
            return app.AsNobody().SendAsync(request);
        }
    }

    [TestCase("Transaction.Failed")]
    [TestCase("Transaction.Ready")]
    [TestCase("Transaction.Cancelled")]
    [TestCase("Transaction.OfTheFuture")]
    public async Task What_it_says_happened_counts_for_nothing_beside_what_the_payment_is(string type)
    {
        var payment = await Prepared(await Customer());
        App.Vendors.PortOne.Pay(payment);
        await Webhook(payment, type);
        Assert.That(await StatusOf(payment), Is.EqualTo("PAID"));
    }

    [Test]
    public async Task A_paid_that_the_vendor_does_not_confirm_is_not_paid()
    {
        var payment = await Prepared(await Customer());
        Assert.That((await Webhook(payment)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusOf(payment), Is.EqualTo("PENDING"));
    }

    [TestCase("019ab0c4111170008000000000000001")]
    [TestCase("order-of-another-system")]
    public async Task One_about_a_payment_that_is_not_ours_is_answered_200(string reference)
    {
        App.Vendors.PortOne.Pay(reference);
        Assert.That((await Webhook(reference)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task While_the_vendor_is_away_it_is_to_come_again()
    {
        var payment = await Prepared(await Customer());
        App.Vendors.PortOne.Pay(payment);
        App.Vendors.AnswerAll(500, new { });
        await Problem(await Webhook(payment), HttpStatusCode.ServiceUnavailable, "PAYMENT_CHECK_DELAYED");

        App.Vendors.Instead = null;
        await Webhook(payment);
        Assert.That(await StatusOf(payment), Is.EqualTo("PAID"));
    }

    [TestCase("application/json")]
    [TestCase("application/x-www-form-urlencoded")]
    public async Task The_first_generation_signs_nothing_so_its_content_is_only_a_reason_to_ask(string contentType)
    {
        await using var first = await TestRun.Replica(TestSettings.FirstGeneration);
        var (payment, other) = (await Prepared(await Customer()), await Prepared(await Customer()));
        var deal = first.Vendors.PortOne.Pay(payment);

        foreach (var transaction in new[] { deal.TransactionId, "imp_unknown" })
        {
            // It claims that the other payment was paid by this attempt; the vendor knows better.
            var body = contentType == "application/json"
                ? $$"""{"imp_uid":"{{transaction}}","merchant_uid":"{{other}}","status":"paid"}"""
                : $"imp_uid={transaction}&merchant_uid={other}&status=paid";
            var response = await first.AsNobody().PostAsync("/api/payments/webhook", new StringContent(body, System.Text.Encoding.UTF8, contentType));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        Assert.That((await StatusOf(payment), await StatusOf(other), await App.Sql<int>("select count(*)::int from payment_flags")), Is.EqualTo(("PAID", "PENDING", 0)));
    }

    [Test]
    public async Task One_without_sense_is_answered_200_where_nothing_is_signed()
    {
        await using var first = await TestRun.Replica(TestSettings.FirstGeneration);
        foreach (var body in new[] { "", "[]", "{", """{"imp_uid":7}""", """{"imp_uid":""}""" })
            Assert.That((await first.AsNobody().PostAsync("/api/payments/webhook", new StringContent(body))).StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
    }

    private static HttpRequestMessage Spoil(HttpRequestMessage request, string wrong)
    {
        if (wrong.StartsWith("webhook-", StringComparison.Ordinal))
            request.Headers.Remove(wrong);
        if (wrong == "unsigned")
            request.Headers.Clear();
        if (wrong == "twice")
            request.Headers.Add("webhook-id", "msg-2");
        if (wrong == "body")
            request.Content = new ByteArrayContent(OneBitOther(request.Content!.ReadAsByteArrayAsync().Result));

        return request;
    }

    private static byte[] OneBitOther(byte[] body)
    {
        body[^1] ^= 1;
        return body;
    }
}
