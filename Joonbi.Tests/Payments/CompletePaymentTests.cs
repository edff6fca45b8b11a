using System.Net;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Payments;

/// <summary>The browser came back: honest, early, repeated, or lying.</summary>
internal sealed class CompletePaymentTests : PaymentTest
{
    [Test]
    public async Task Paid_the_consultation_goes_on_its_way()
    {
        var customer = await Customer();
        var (consultation, payment) = await Paid(customer);

        var details = await Body(await App.As(customer).GetAsync($"/api/payments/{Guid.Parse(payment)}"));
        Assert.That((Status(details), details.GetProperty("amount").GetInt64(), details.GetProperty("receiptUrl").GetString()), Is.EqualTo(("PAID", 100_000, "https://receipt.example/1")));
        Assert.That((await StatusOf(consultation), await Triggers(consultation)), Is.EqualTo(("REQUESTED", 1)));
        await App.DeliverOutbox();
        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Completed_twenty_times_at_once_it_is_paid_once()
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        App.Vendors.PortOne.Pay(payment);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => Status(await Body(await Complete(customer, payment)))));

        Assert.That(answers, Has.All.EqualTo("PAID"));
        Assert.That((await Triggers(consultation), await App.Sql<int>("select count(*)::int from ledger_entries")), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Claimed_but_never_paid_it_stays_open()
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        Assert.That(Status(await Body(await Complete(customer, await Prepared(customer, consultation)))), Is.EqualTo("PENDING"));
        Assert.That(await StatusOf(consultation), Is.EqualTo("AWAITING_PAYMENT"));
    }

    [Test]
    public async Task An_issued_account_is_not_paid_until_the_money_is_there()
    {
        var customer = await Customer();
        var payment = await Prepared(customer);
        var deal = App.Vendors.PortOne.Pay(payment, deal => deal.Status = "VIRTUAL_ACCOUNT_ISSUED");
        Assert.That(Status(await Body(await Complete(customer, payment))), Is.EqualTo("PENDING"));

        deal.Status = "PAID";
        Assert.That(Status(await Body(await Complete(customer, payment))), Is.EqualTo("PAID"));
    }

    [Test]
    public async Task A_paid_id_pays_for_nothing_else()
    {
        var customer = await Customer();
        var (_, paid) = await Paid(customer);
        var second = await AwaitingPayment(customer);
        var open = await Prepared(customer, second);

        Assert.That(Status(await Body(await Complete(customer, paid))), Is.EqualTo("PAID"));
        Assert.That(Status(await Body(await Complete(customer, open, App.Vendors.PortOne.Deals.Single().TransactionId))), Is.EqualTo("PENDING"));
        Assert.That(await StatusOf(second), Is.EqualTo("AWAITING_PAYMENT"));
    }

    [Test]
    public async Task To_the_first_generation_another_s_attempt_is_shown_in_vain()
    {
        await using var first = await TestRun.Replica(TestSettings.FirstGeneration);
        var (thief, victim) = (await Customer(), await Customer());
        var (open, others) = (await Prepared(thief), await Prepared(victim));
        var deal = first.Vendors.PortOne.Pay(others);

        Assert.That(Status(await Body(await Complete(thief, open, deal.TransactionId, first))), Is.EqualTo("PENDING"));

        Assert.That((await FlagOf(open), deal.Left), Is.EqualTo(("OTHER_PAYMENT", 100_000L)));
        Assert.That(Status(await Body(await Complete(victim, others, deal.TransactionId, first))), Is.EqualTo("PAID"));
    }

    [TestCase("nonsense")]
    [TestCase("019ab0c4111170008000000000000001")]
    public async Task An_unknown_payment_does_not_exist(string paymentId) =>
        await Problem(await Complete(await Customer(), paymentId), HttpStatusCode.NotFound, "PAYMENT_NOT_FOUND");

    [TestCase("../../users/getToken")]
    [TestCase("a b")]
    public async Task What_cannot_be_an_attempt_s_id_is_refused(string transactionId) =>
        await Problem(await Complete(await Customer(), "019ab0c4111170008000000000000001", transactionId), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

    [Test]
    public async Task While_the_vendor_is_away_the_customer_is_told_so_and_it_ends_right_without_hands()
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        App.Vendors.PortOne.Pay(payment);
        App.Vendors.AnswerAll(503, new { });

        var response = await Complete(customer, payment);
        var problem = await Problem(response, HttpStatusCode.ServiceUnavailable, "PAYMENT_CHECK_DELAYED");
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("다시 결제하지 마시고"));
        Assert.That(response.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(30)));
        for (var minute = 0; minute < 10; minute++)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(1));
            await App.Reconcile();
        }

        Assert.That(await StatusOf(payment), Is.EqualTo("PENDING"));
        App.Vendors.Instead = null;
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await App.Reconcile();
        Assert.That((await StatusOf(payment), await StatusOf(consultation)), Is.EqualTo(("PAID", "REQUESTED")));
    }

    [Test]
    public async Task Paid_after_the_consultation_ended_it_goes_back()
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        await Body(await App.As(customer).PostAsync($"/api/consultations/{consultation}/cancel", null));
        var deal = App.Vendors.PortOne.Pay(payment);

        await Body(await Complete(customer, payment));
        await App.DeliverOutbox();

        Assert.That((await StatusOf(payment), await StatusOf(consultation), deal.Left), Is.EqualTo(("REFUNDED", "CANCELLED", 0L)));
    }
}
