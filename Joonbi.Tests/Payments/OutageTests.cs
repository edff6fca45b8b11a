using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Payments;

/// <summary>PortOne is away for ten minutes, refusing or silent: customers are told so in Korean, nothing is lost, and all ends right without hands.</summary>
internal sealed class OutageTests : PaymentTest
{
    [Test]
    public async Task Ten_minutes_without_PortOne_end_right_for_everyone([Values] bool silent)
    {
        var (returning, told, lost, cancelling, late) = (await Customer(), await Customer(), await Customer(), await Customer(), await Customer());
        var (cancelled, refunded) = await Paid(cancelling);
        var payments = new[] { await Open(returning), await Open(told), await Open(lost) };
        foreach (var payment in payments)
            App.Vendors.PortOne.Pay(payment);

        GoAway(silent);
        await IsTold(await Complete(returning, payments[0]));
        await Problem(await Webhook(payments[1]), HttpStatusCode.ServiceUnavailable, "PAYMENT_CHECK_DELAYED");
        await Body(await App.As(cancelling).PostAsync($"/api/consultations/{cancelled}/cancel", null));
        var prepared = await Open(late);
        for (var minute = 0; minute < 10; minute++)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(1));
            await App.Reconcile();
            await App.DeliverOutbox();
        }

        Assert.That(await App.Sql<string>("select string_agg(distinct status, ' ' order by status) from payments"), Is.EqualTo("PAID PENDING"));
        Assert.That(await App.Sql<int>("select count(*)::int from outbox where failed_at is not null"), Is.Zero);

        App.Vendors.Instead = null;
        App.Vendors.PortOne.Pay(prepared);
        for (var quarter = 0; quarter < 5; quarter++)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(15));
            await App.Reconcile();
            await App.DeliverOutbox();
        }

        foreach (var payment in payments.Append(prepared))
            Assert.That(await StatusOf(payment), Is.EqualTo("PAID"), payment);
        Assert.That((await StatusOf(refunded), await StatusOf(cancelled)), Is.EqualTo(("REFUNDED", "CANCELLED")));
        Assert.That(App.Vendors.PortOne.Deals.Sum(deal => deal.Left), Is.EqualTo(await App.Sql<long>("select sum(amount)::bigint from ledger_entries")));
        Assert.That(await App.Sql<int>("select count(*)::int from ledger_differences"), Is.Zero);
        Assert.That(await App.Sql<int>("select count(*)::int from consultation_events where kind = 'QUEUED'"), Is.EqualTo(5));
    }

    [Test]
    public async Task An_admin_s_refund_is_taken_and_made_when_it_is_back()
    {
        var payment = await PaidFee();
        GoAway(silent: false);
        await Body(await App.As(await Admin()).PostAsJsonAsync($"/api/admin/payments/{Guid.Parse(payment)}/refund", new { amount = 30_000, reason = "고객 요청" }));
        await App.DeliverOutbox();
        Assert.That(await StatusOf(payment), Is.EqualTo("PAID"));

        App.Vendors.Instead = null;
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        await App.DeliverOutbox();

        Assert.That((await StatusOf(payment), App.Vendors.PortOne.Deals.Single().Left), Is.EqualTo(("PARTIALLY_REFUNDED", 70_000L)));
    }

    /// <summary>Only PortOne: mails and posts leave as always.</summary>
    private static void GoAway(bool silent) => App.Vendors.Instead = async (context, call) =>
    {
        if (!call.Path.StartsWith("/portone/", StringComparison.Ordinal))
            return false;

        if (silent)
        {
            App.Clock.Advance(TimeSpan.FromSeconds(46));
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        context.Response.StatusCode = 503;
        return true;
    };

    private static async Task IsTold(HttpResponseMessage response)
    {
        var problem = await Problem(response, HttpStatusCode.ServiceUnavailable, "PAYMENT_CHECK_DELAYED");
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("자동으로 확인되니 다시 결제하지 마시고 잠시 기다려 주세요."));
        Assert.That(response.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    private static Task<string> Open(TestUser customer) => Prepared(customer);
}
