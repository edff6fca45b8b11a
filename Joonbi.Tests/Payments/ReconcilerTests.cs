using Joonbi.Tests.Support;

namespace Joonbi.Tests.Payments;

/// <summary>Nobody told us: we ask.</summary>
internal sealed class ReconcilerTests : PaymentTest
{
    [Test]
    public async Task A_lost_browser_and_a_lost_webhook_still_end_in_paid_after_2_minutes()
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        App.Vendors.PortOne.Pay(payment);

        await After(TimeSpan.FromSeconds(119));
        Assert.That((await StatusOf(payment), App.Vendors.PortOneCalls.Count), Is.EqualTo(("PENDING", 0)));
        await After(TimeSpan.FromSeconds(1));
        Assert.That((await StatusOf(payment), await StatusOf(consultation)), Is.EqualTo(("PAID", "REQUESTED")));

        await After(TimeSpan.FromHours(2));
        Assert.That(App.Vendors.PortOneCalls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_failed_attempt_that_succeeded_later_is_found_as_well()
    {
        var customer = await Customer();
        var payment = await Prepared(customer);
        App.Vendors.PortOne.Pay(payment, deal => deal.Status = "FAILED");
        await Complete(customer, payment);
        App.Vendors.PortOne.Pay(payment);
        await After(TimeSpan.FromMinutes(2));
        Assert.That(await StatusOf(payment), Is.EqualTo("PAID"));
    }

    [Test]
    public async Task Nobody_paid_within_24_hours_and_another_can_be_prepared()
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        for (var hour = 0; hour < 25; hour++)
            await After(TimeSpan.FromHours(1));

        Assert.That(await StatusOf(payment), Is.EqualTo("CANCELLED"));
        Assert.That(await Prepared(customer, consultation), Is.Not.EqualTo(payment));
    }

    [Test]
    public async Task One_about_which_the_vendor_says_nothing_holds_up_no_other()
    {
        var (silent, paid) = (await Prepared(await Customer()), await Prepared(await Customer()));
        App.Vendors.PortOne.Pay(paid);
        App.Vendors.Instead = async (context, call) =>
        {
            context.Response.StatusCode = 500;
            return call.Path.EndsWith(silent, StringComparison.Ordinal) && await Task.FromResult(true);
        };

        await After(TimeSpan.FromMinutes(3));

        Assert.That((await StatusOf(silent), await StatusOf(paid)), Is.EqualTo(("PENDING", "PAID")));
    }

    [Test]
    public async Task The_first_generation_is_asked_by_our_own_id()
    {
        await using var first = await TestRun.Replica(TestSettings.FirstGeneration);
        var payment = await Prepared(await Customer());
        first.Vendors.PortOne.Pay(payment);
        first.Clock.Advance(TimeSpan.FromDays(2) + (App.Clock.GetUtcNow() - first.Clock.GetUtcNow()));
        await first.Reconcile();
        Assert.That(await StatusOf(payment), Is.EqualTo("PAID"));
    }

    private static Task After(TimeSpan time)
    {
        App.Clock.Advance(time);
        return App.Reconcile();
    }
}
