using System.Net;
using System.Text.Json;
using Joonbi.Tests.PortOne;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Payments;

/// <summary>
/// Every way to pay with something else than what was asked for, told by the browser, by a webhook, or found by our own asking:
/// none of it is PAID, each leaves a flag, what moved goes back, and an admin is told. The service runs as in production.
/// </summary>
internal sealed class TamperTests : PaymentTest
{
    private JoonbiApp production = null!;

    [OneTimeSetUp]
    public async Task RunAsInProduction() => production = await TestRun.Replica(_ => new() { ["NODE_ENV"] = "production" });

    [OneTimeTearDown]
    public ValueTask EndProduction() => production.DisposeAsync();

    [SetUp]
    public void BeginTogether()
    {
        production.Vendors.Reset();
        if (production.Clock.GetUtcNow() < App.Clock.GetUtcNow())
            production.Clock.SetUtcNow(App.Clock.GetUtcNow());
        else
            App.Clock.SetUtcNow(production.Clock.GetUtcNow());
    }

    [Test]
    public async Task Something_else_than_what_was_asked_for_is_not_paid_but_goes_back(
        [Values("AMOUNT", "CURRENCY", "STORE", "TEST_CHANNEL")] string reason, [Values("browser", "webhook", "clock")] string told)
    {
        var (admin, customer) = (await Admin(), await Customer());
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        var deal = production.Vendors.PortOne.Pay(payment, deal =>
        {
            deal.Total = reason == "AMOUNT" ? 1 : deal.Total;
            deal.Currency = reason == "CURRENCY" ? "USD" : deal.Currency;
            deal.StoreId = reason == "STORE" ? "store-other" : deal.StoreId;
            deal.ChannelType = reason == "TEST_CHANNEL" ? "TEST" : deal.ChannelType;
        });

        await Tell(told, customer, payment);
        await production.DeliverOutbox();

        var details = await Body(await production.As(customer).GetAsync($"/api/payments/{Guid.Parse(payment)}"));
        Assert.That((Status(details), details.GetProperty("failure").GetString()), Is.EqualTo(("FAILED", "결제 정보가 주문과 달라 결제를 취소했습니다.")));
        Assert.That((await FlagOf(payment), await StatusOf(consultation), await Triggers(consultation)), Is.EqualTo((reason, "AWAITING_PAYMENT", 0)));
        Assert.That((deal.Left, await Booked()), Is.EqualTo((0L, $"FLAG {deal.Total}, FLAG_REFUND -{deal.Total}")));
        Assert.That(Refunds().Single().GetProperty("storeId").GetString(), Is.EqualTo(deal.StoreId));
        await IsTold(admin, reason switch
        {
            "AMOUNT" => "금액이 다릅니다",
            "CURRENCY" => "통화가 다릅니다",
            "STORE" => "다른 상점의 결제입니다",
            _ => "테스트 채널의 결제입니다",
        });
    }

    [Test]
    public async Task Somebody_else_s_payment_pays_for_nobody_but_its_customer()
    {
        var (admin, thief, victim) = (await Admin(), await Customer(), await Customer());
        var (wanted, consultation) = (await AwaitingPayment(thief), await AwaitingPayment(victim));
        var payment = await Prepared(victim, consultation);
        var deal = production.Vendors.PortOne.Pay(payment);

        await Problem(await Complete(thief, payment, app: production), HttpStatusCode.NotFound, "PAYMENT_NOT_FOUND");
        await production.DeliverOutbox();

        Assert.That((await FlagOf(payment), await StatusOf(payment)), Is.EqualTo(("OTHER_CUSTOMER", "PENDING")));
        Assert.That((await StatusOf(wanted), await StatusOf(consultation)), Is.EqualTo(("AWAITING_PAYMENT", "AWAITING_PAYMENT")));
        await IsTold(admin, "다른 고객이 자기 결제라고 했습니다");
        Assert.That(Status(await Body(await Complete(victim, payment, app: production))), Is.EqualTo("PAID"));
        Assert.That((deal.Left, await StatusOf(wanted)), Is.EqualTo((100_000L, "AWAITING_PAYMENT")));
    }

    [Test]
    public async Task A_transaction_that_paid_once_pays_for_nothing_else([Values] bool own)
    {
        var (admin, customer) = (await Admin(), await Customer());
        var payer = own ? customer : await Customer();
        var paid = await Prepared(payer);
        var deal = production.Vendors.PortOne.Pay(paid);
        Assert.That(Status(await Body(await Complete(payer, paid, deal.TransactionId, production))), Is.EqualTo("PAID"));
        var consultation = await AwaitingPayment(customer);
        var open = await Prepared(customer, consultation);

        Assert.That(Status(await Body(await Complete(customer, open, deal.TransactionId, production))), Is.EqualTo("PENDING"));
        await production.DeliverOutbox();

        Assert.That((await FlagOf(open), await StatusOf(consultation), await StatusOf(paid), deal.Left), Is.EqualTo(("OTHER_PAYMENT", "AWAITING_PAYMENT", "PAID", 100_000L)));
        await IsTold(admin, "다른 결제의 거래를 내세웠습니다");
    }

    [Test]
    public async Task Paid_a_second_time_the_second_money_goes_back_and_the_first_stays([Values("browser", "webhook")] string told)
    {
        var (admin, customer) = (await Admin(), await Customer());
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        var first = production.Vendors.PortOne.Pay(payment);
        await Tell("browser", customer, payment);
        var second = production.Vendors.PortOne.Pay(payment);

        await Tell(told, customer, payment);
        await production.DeliverOutbox();

        Assert.That((await StatusOf(payment), await FlagOf(payment), await Triggers(consultation)), Is.EqualTo(("PAID", "PAID_TWICE", 1)));
        Assert.That((first.Left, second.Left, await Booked()), Is.EqualTo((100_000L, 0L, "PAYMENT 100000, FLAG 100000, FLAG_REFUND -100000")));
        await IsTold(admin, "두 번 결제되었습니다");
    }

    private async Task Tell(string told, TestUser customer, string payment)
    {
        if (told == "browser")
        {
            await Body(await Complete(customer, payment, app: production));
        }
        else if (told == "webhook")
        {
            await Body(await production.AsNobody().SendAsync(SignedNotice.Of(payment, "Transaction.Paid", "msg-1", production.Clock.GetUtcNow())));
        }
        else
        {
            production.Clock.Advance(TimeSpan.FromMinutes(2));
            await production.Reconcile();
        }
    }

    private async Task IsTold(TestUser admin, string what)
    {
        var title = $"의심스러운 결제 – {what}";
        Assert.That(production.Vendors.Mails.Where(mail => mail.Body.GetProperty("to")[0].GetString() == admin.Email).Select(mail => mail.Body.GetProperty("subject").GetString()), Does.Contain($"[준비스튜디오] {title}"));
        Assert.That(production.Vendors.Discord.SelectMany(post => post.Body.GetProperty("embeds").EnumerateArray()).Select(embed => embed.GetProperty("title").GetString()), Does.Contain(title));
        Assert.That(await App.Sql<int>("select count(*)::int from notifications where user_id = @Id and title = @title", new { admin.Id, title }), Is.EqualTo(1));
    }

    private IEnumerable<JsonElement> Refunds() =>
        production.Vendors.PortOneCalls.Where(call => call.Path.EndsWith("/cancel", StringComparison.Ordinal)).Select(call => call.Body);

    private static Task<string?> Booked() => App.Sql<string>("select string_agg(kind || ' ' || amount, ', ' order by seq) from ledger_entries");
}
