using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Payments;

/// <summary>What the studio sees of money, and what it returns by hand.</summary>
internal sealed class AdminPaymentTests : PaymentTest
{
    [Test]
    public async Task A_part_goes_back_then_the_rest_and_not_a_won_more()
    {
        var (admin, customer) = (await Admin(), await Customer());
        var (_, payment) = await Paid(customer);

        Assert.That((await Body(await Refund(admin, payment, 30_000))).GetProperty("refundable").GetInt64(), Is.EqualTo(70_000));
        await App.DeliverOutbox();
        Assert.That(await StatusOf(payment), Is.EqualTo("PARTIALLY_REFUNDED"));

        var problem = await Problem(await Refund(admin, payment, 70_001), HttpStatusCode.UnprocessableEntity, "REFUND_EXCEEDS_PAYMENT");
        Assert.That(problem.GetProperty("refundable").GetInt64(), Is.EqualTo(70_000));

        await Body(await Refund(admin, payment, null));
        await Problem(await Refund(admin, payment, 1), HttpStatusCode.Conflict, "PAYMENT_NOT_REFUNDABLE");
        await App.DeliverOutbox();
        Assert.That((await StatusOf(payment), App.Vendors.PortOne.Deals.Single().Left), Is.EqualTo(("REFUNDED", 0L)));
    }

    [Test]
    public async Task The_rules_say_beforehand_what_would_go_back()
    {
        var admin = await Admin();
        var (_, payment) = await Paid(await Customer());
        await Body(await Refund(admin, payment, 30_000));

        var preview = await Body(await App.As(admin).GetAsync($"/api/admin/payments/{Guid.Parse(payment)}/refund"));

        var rules = preview.GetProperty("rules").EnumerateArray().ToDictionary(line => line.GetProperty("cause").GetString()!, line => line.GetProperty("amount").GetInt64());
        Assert.That(preview.GetProperty("refundable").GetInt64(), Is.EqualTo(70_000));
        Assert.That((rules["STUDIO_FAULT"], rules["CHANGE_OF_MIND"], rules["CANCELLED_AFTER_DEPOSIT"]), Is.EqualTo((70_000L, 0L, 0L)));
        Assert.That(rules.Keys, Has.None.AnyOf("BY_ADMIN", "AT_VENDOR"));
        await Problem(await App.As(admin).GetAsync($"/api/admin/payments/{Guid.Empty}/refund"), HttpStatusCode.NotFound, "PAYMENT_NOT_FOUND");
    }

    [Test]
    public async Task Ten_admins_at_once_return_no_more_than_was_paid()
    {
        var admin = await Admin();
        var (_, payment) = await Paid(await Customer());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Refund(admin, payment, 30_000)));
        await App.DeliverOutbox();

        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), Is.EqualTo(3));
        Assert.That((App.Vendors.PortOne.Deals.Single().Left, await App.Sql<long>("select refunded from payments")), Is.EqualTo((10_000L, 90_000L)));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(1.5)]
    public async Task Nothing_and_less_than_nothing_cannot_go_back(double amount)
    {
        var (_, payment) = await Paid(await Customer());
        var response = await App.As(await Admin()).PostAsJsonAsync($"/api/admin/payments/{Guid.Parse(payment)}/refund", new { amount, reason = "사유" });
        await Problem(response, HttpStatusCode.BadRequest, "VALIDATION_FAILED");
    }

    [Test]
    public async Task What_was_never_paid_cannot_go_back() =>
        await Problem(await Refund(await Admin(), await Prepared(await Customer()), null), HttpStatusCode.Conflict, "PAYMENT_NOT_REFUNDABLE");

    [Test]
    public async Task Who_returned_how_much_is_on_record()
    {
        var admin = await Admin();
        var (_, payment) = await Paid(await Customer());
        await Body(await Refund(admin, payment, 30_000));
        var entry = JsonSerializer.Deserialize<JsonElement>((await App.Sql<string>("select to_jsonb(audit_log)::text from audit_log where action = 'payment.refund'"))!);
        Assert.That((entry.GetProperty("actor_id").GetGuid(), entry.GetProperty("after").GetProperty("amount").GetInt64()), Is.EqualTo((admin.Id, 30_000)));
    }

    [Test]
    public async Task The_list_shows_customers_flags_and_states()
    {
        var admin = await Admin();
        var (_, paid) = await Paid(await Customer("김민아"));
        App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var tampering = await Customer("박변조");
        var tampered = await Prepared(tampering);
        App.Vendors.PortOne.Pay(tampered, deal => deal.Total = 1);
        await Complete(tampering, tampered);

        Assert.That(await Listed(admin, ""), Is.EqualTo(new[] { tampered, paid }));
        Assert.That(await Listed(admin, "?status=PAID"), Is.EqualTo(new[] { paid }));
        Assert.That(await Listed(admin, "?flagged=true"), Is.EqualTo(new[] { tampered }));
        Assert.That(await Listed(admin, "?q=민아"), Is.EqualTo(new[] { paid }));
        Assert.That(await Listed(admin, "?q=민아&flagged=true"), Is.Empty);
        var first = await Body(await App.As(admin).GetAsync("/api/admin/payments?limit=1"));
        Assert.That(await Listed(admin, $"?cursor={first.GetProperty("nextCursor").GetString()}"), Is.EqualTo(new[] { paid }));

        var dossier = await Body(await App.As(admin).GetAsync($"/api/admin/payments/{Guid.Parse(tampered)}"));
        Assert.That((dossier.GetProperty("flags")[0].GetProperty("reason").GetString(), dossier.GetProperty("refunds")[0].GetProperty("amount").GetInt64()), Is.EqualTo(("AMOUNT", 1)));
    }

    [Test]
    public async Task The_dashboard_tells_flags_refunds_and_what_came_by_month()
    {
        var (admin, customer) = (await Admin(), await Customer());
        var (_, payment) = await Paid(customer);
        await Body(await Refund(admin, payment, 30_000));
        await App.DeliverOutbox();
        var tampered = await Prepared(customer);
        App.Vendors.PortOne.Pay(tampered, deal => deal.Total = 1);
        await Complete(customer, tampered);
        await Body(await Refund(admin, payment, 10_000));

        var money = (await Body(await App.As(admin).GetAsync("/api/admin/dashboard"))).GetProperty("money");

        Assert.That((money.GetProperty("flagged").GetInt32(), money.GetProperty("refundsOpen").GetInt32(), money.GetProperty("refundsFailed").GetInt32()), Is.EqualTo((1, 2, 0)));
        Assert.That(money.GetProperty("revenueByMonth")[0].GetProperty("amount").GetInt64(), Is.EqualTo(70_000));
        Assert.That(money.GetProperty("revenueByMonth")[0].GetProperty("month").GetString(), Is.EqualTo(Joonbi.Domain.Seoul.Day(App.Clock.GetUtcNow()).ToString("yyyy-MM")));
    }

    [Test]
    public async Task A_customer_s_list_is_their_own()
    {
        var customer = await Customer();
        var (_, payment) = await Paid(customer);
        await Prepared(await Customer());
        var page = await Body(await App.As(customer).GetAsync("/api/payments?status=PAID"));
        Assert.That(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()), Is.EqualTo(new[] { Guid.Parse(payment) }));
    }

    [Test]
    public async Task One_payment_is_one_mail_and_one_refund_another()
    {
        var customer = await Customer();
        var (_, payment) = await Paid(customer);
        await App.DeliverOutbox();
        await Body(await Refund(await Admin(), payment, null));
        await App.DeliverOutbox();

        Assert.That(App.Vendors.Mails.Where(mail => mail.Body.GetProperty("to")[0].GetString() == customer.Email).Select(mail => mail.Body.GetProperty("subject").GetString()), Is.EqualTo(new[]
        {
            "[준비스튜디오] ‘동네빵집’ 분석비 결제를 부탁드립니다", "[준비스튜디오] 결제가 완료되었습니다", "[준비스튜디오] 환불해 드렸습니다",
        }));
        Assert.That(await App.Sql<int>("select count(*)::int from notifications where user_id = @Id and kind = 'PAYMENT_REQUEST'", new { customer.Id }), Is.EqualTo(3));
    }

    [Test]
    public async Task A_flag_and_a_refused_refund_are_told_to_an_admin_by_every_way()
    {
        var admin = await Admin();
        var customer = await Customer();
        var payment = await Prepared(customer);
        App.Vendors.PortOne.Pay(payment, deal => deal.Total = 1);
        await Complete(customer, payment);
        App.Vendors.PortOne.CancelAs = "FAILED";

        await App.DeliverOutbox();

        var titles = new[] { "의심스러운 결제 – 금액이 다릅니다", "환불하지 못했습니다" };
        Assert.That(App.Vendors.Mails.Where(mail => mail.Body.GetProperty("to")[0].GetString() == admin.Email).Select(mail => mail.Body.GetProperty("subject").GetString()), Is.EquivalentTo(titles.Select(title => $"[준비스튜디오] {title}")));
        Assert.That(App.Vendors.Discord.Select(post => post.Body.GetProperty("embeds")[0].GetProperty("title").GetString()), Is.EquivalentTo(titles));
        Assert.That(await App.Sql<int>("select count(*)::int from notifications where user_id = @Id", new { admin.Id }), Is.EqualTo(2));
    }

    private static Task<HttpResponseMessage> Refund(TestUser admin, string payment, long? amount) =>
        App.As(admin).PostAsJsonAsync($"/api/admin/payments/{Guid.Parse(payment)}/refund", new { amount, reason = "고객 요청" });

    private static async Task<IEnumerable<string>> Listed(TestUser admin, string query) =>
        (await Body(await App.As(admin).GetAsync($"/api/admin/payments{query}"))).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid().ToString("n")).ToList();
}
