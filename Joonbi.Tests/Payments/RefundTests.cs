using System.Net.Http.Json;
using Joonbi.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Joonbi.Tests.Payments;

/// <summary>What goes back by rule, through the outbox, whatever the vendor does.</summary>
internal sealed class RefundTests : PaymentTest
{
    [Test]
    public async Task Cancelled_before_the_analysis_the_fee_goes_back()
    {
        var customer = await Customer();
        var (consultation, payment) = await Paid(customer);

        await Body(await App.As(customer).PostAsync($"/api/consultations/{consultation}/cancel", null));
        await App.DeliverOutbox();

        await IsBack(payment, "CANCELLED_BEFORE_ANALYSIS");
        var details = await Body(await App.As(customer).GetAsync($"/api/payments/{Guid.Parse(payment)}"));
        Assert.That(details.GetProperty("refunds")[0].GetProperty("status").GetString(), Is.EqualTo("SUCCEEDED"));
        Assert.That(App.Vendors.PortOneCalls[^1].Body.GetProperty("requester").GetString(), Is.EqualTo("CUSTOMER"));
    }

    [Test]
    public async Task Rejected_by_an_admin_the_fee_goes_back()
    {
        var (consultation, payment) = await Paid(await Customer());
        await Body(await App.As(await Admin()).PostAsJsonAsync($"/api/admin/consultations/{consultation}/reject", new { reason = "저희가 맡기 어렵습니다." }));
        await App.DeliverOutbox();
        await IsBack(payment, "REJECTED");
    }

    [Test]
    public async Task Infeasible_the_fee_goes_back()
    {
        var (consultation, payment) = await Paid(await Customer());
        await Agent(consultation, "analysis/start", new { });
        await Agent(consultation, "analysis", new { feasibility = "INFEASIBLE", estimatedMin = 0, estimatedMax = 0, estimatedDays = 1, features = Array.Empty<object>(), risks = Array.Empty<string>(), rejectReason = "만들 수 없습니다." });
        await App.DeliverOutbox();
        await IsBack(payment, "INFEASIBLE");
    }

    [Test]
    public async Task Failed_at_every_attempt_the_fee_goes_back()
    {
        var (consultation, payment) = await Paid(await Customer());
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await Agent(consultation, "analysis/start", new { });
            await Agent(consultation, "analysis/fail", new { error = "오류" });
        }

        await App.DeliverOutbox();
        await IsBack(payment, "ANALYSIS_FAILED");
    }

    [Test]
    public async Task A_consultation_that_was_never_paid_asks_for_nothing_any_more()
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        App.Clock.Advance(TimeSpan.FromHours(73));
        await App.RunWatchdog();
        await App.DeliverOutbox();
        Assert.That((await StatusOf(consultation), await StatusOf(payment)), Is.EqualTo(("CANCELLED", "CANCELLED")));
    }

    [Test]
    public async Task While_the_vendor_is_away_nothing_is_lost_and_it_goes_back_once()
    {
        var payment = await ToBeRefunded();
        App.Vendors.AnswerAll(503, new { });
        for (var minute = 0; minute < 10; minute++)
        {
            await App.DeliverOutbox();
            App.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        App.Vendors.Instead = null;
        App.Clock.Advance(TimeSpan.FromHours(1));
        await App.DeliverOutbox();
        await IsBack(payment, "CANCELLED_BEFORE_ANALYSIS");
    }

    [Test]
    public async Task A_refund_whose_answer_was_lost_is_found_and_not_made_again()
    {
        var payment = await ToBeRefunded();
        var deal = App.Vendors.PortOne.Deals.Single();
        App.Vendors.Instead = async (context, call) =>
        {
            if (!IsRefund(call))
                return false;

            deal.GiveBack(call.Body.GetProperty("amount").GetInt64(), call.Body.GetProperty("reason").GetString()!);
            context.Abort();
            return await Task.FromResult(true);
        };

        await App.DeliverOutbox();
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.DeliverOutbox();

        await IsBack(payment, "CANCELLED_BEFORE_ANALYSIS");
        Assert.That((deal.Backs.Count, App.Vendors.PortOneCalls.Count(IsRefund)), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_no_of_the_payment_provider_is_asked_again_by_another_key_until_it_is_a_yes()
    {
        var payment = await ToBeRefunded();
        var noes = 2;
        App.Vendors.Instead = async (context, call) =>
        {
            if (!IsRefund(call) || noes-- <= 0)
                return false;

            context.Response.StatusCode = 502;
            await context.Response.WriteAsJsonAsync(new { type = "PG_PROVIDER", pgCode = "E", pgMessage = "점검 중" });
            return true;
        };

        for (var turn = 0; turn < 3; turn++)
        {
            await App.DeliverOutbox();
            App.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        await IsBack(payment, "CANCELLED_BEFORE_ANALYSIS");
        Assert.That(App.Vendors.PortOneCalls.Where(IsRefund).Select(call => call.Headers["Idempotency-Key"]).Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_final_no_ends_it_and_is_told()
    {
        var payment = await ToBeRefunded();
        App.Vendors.Instead = async (context, call) =>
        {
            if (!IsRefund(call))
                return false;

            context.Response.StatusCode = 409;
            await context.Response.WriteAsJsonAsync(new { type = "MAX_CANCEL_COUNT_REACHED" });
            return true;
        };

        await App.DeliverOutbox();

        Assert.That(await App.Sql<string>("select status || ' ' || error from refunds"), Is.EqualTo("FAILED MAX_CANCEL_COUNT_REACHED"));
        Assert.That(await StatusOf(payment), Is.EqualTo("PAID"));
    }

    [Test]
    public async Task Cancelled_in_the_console_meanwhile_our_refund_ends_and_the_books_agree()
    {
        var payment = await ToBeRefunded();
        App.Vendors.PortOne.Deals.Single().GiveBack(40_000, "콘솔에서 취소");

        await App.DeliverOutbox();

        Assert.That(await App.Sql<string>("select string_agg(cause || ' ' || amount || ' ' || status, ', ' order by amount) from refunds"), Is.EqualTo("AT_VENDOR 40000 SUCCEEDED, CANCELLED_BEFORE_ANALYSIS 60000 SUCCEEDED"));
        Assert.That((await StatusOf(payment), App.Vendors.PortOne.Deals.Single().Left), Is.EqualTo(("REFUNDED", 0L)));
    }

    [TestCase("SUCCEEDED", "SUCCEEDED", "REFUNDED")]
    [TestCase("FAILED", "FAILED", "PAID")]
    public async Task What_the_vendor_has_only_taken_is_followed_to_its_end(string end, string refund, string status)
    {
        var payment = await ToBeRefunded();
        App.Vendors.PortOne.CancelAs = "REQUESTED";
        await App.DeliverOutbox();
        Assert.That((await App.Sql<string>("select status from refunds"), await StatusOf(payment)), Is.EqualTo(("REQUESTED", "PAID")));

        var deal = App.Vendors.PortOne.Deals.Single();
        deal.Backs[0].Status = end;
        deal.Settle();
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        await App.Reconcile();

        Assert.That((await App.Sql<string>("select status from refunds"), await StatusOf(payment)), Is.EqualTo((refund, status)));
    }

    [Test]
    public async Task The_webhook_of_a_refund_that_ended_is_enough()
    {
        var payment = await ToBeRefunded();
        App.Vendors.PortOne.CancelAs = "REQUESTED";
        await App.DeliverOutbox();
        var deal = App.Vendors.PortOne.Deals.Single();
        deal.Backs[0].Status = "SUCCEEDED";
        deal.Settle();

        await Webhook(payment, "Transaction.Cancelled", "msg-2");

        Assert.That(await StatusOf(payment), Is.EqualTo("REFUNDED"));
    }

    [Test]
    public async Task To_the_first_generation_a_refund_says_its_checksum_and_is_made_once()
    {
        await using var first = await TestRun.Replica(TestSettings.FirstGeneration);
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        var deal = first.Vendors.PortOne.Pay(payment);
        await Body(await Complete(customer, payment, deal.TransactionId, first));
        await Body(await first.As(customer).PostAsync($"/api/consultations/{consultation}/cancel", null));

        await first.DeliverOutbox();

        await IsBack(payment, "CANCELLED_BEFORE_ANALYSIS", first);
        var refund = first.Vendors.PortOneCalls.Single(IsRefund).Body;
        Assert.That((refund.GetProperty("amount").GetInt64(), refund.GetProperty("checksum").GetInt64()), Is.EqualTo((100_000, 100_000)));
    }

    /// <summary>The customer has stepped back; the refund is decided, and nobody has asked the vendor for it.</summary>
    private static async Task<string> ToBeRefunded()
    {
        var customer = await Customer();
        var (consultation, payment) = await Paid(customer);
        await Body(await App.As(customer).PostAsync($"/api/consultations/{consultation}/cancel", null));
        return payment;
    }

    private static async Task IsBack(string payment, string cause, JoonbiApp? app = null)
    {
        Assert.That((await StatusOf(payment), (app ?? App).Vendors.PortOne.Deals.Single().Left), Is.EqualTo(("REFUNDED", 0L)));
        Assert.That(await App.Sql<string>("select cause || ' ' || amount from refunds"), Is.EqualTo($"{cause} 100000"));
        Assert.That(await App.Sql<string>("select string_agg(kind || ' ' || amount, ', ' order by seq) from ledger_entries"), Is.EqualTo("PAYMENT 100000, REFUND -100000"));
    }

    private static bool IsRefund(VendorCall call) => call.Path.EndsWith("/cancel", StringComparison.Ordinal);

    private static async Task Agent(Guid consultation, string path, object body)
    {
        var response = await App.AsClawdbot().PostAsJsonAsync($"/api/internal/consultations/{consultation}/{path}", body);
        Assert.That(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
