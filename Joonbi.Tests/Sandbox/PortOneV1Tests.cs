using System.Net;
using System.Net.Http.Json;
using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;

namespace Joonbi.Tests.Sandbox;

/// <summary>The same of the first generation, which knows neither stores nor keys.</summary>
internal sealed class PortOneV1Tests : SandboxPortOne
{
    protected override (string, string)[] Settings => First;

    [TestCase("success", VendorStatus.Paid, 100_000, "KRW", false)]
    [TestCase("fail", VendorStatus.Failed, 100_000, "KRW", false)]
    [TestCase("close", VendorStatus.Ready, 100_000, "KRW", false)]
    [TestCase("amount", VendorStatus.Paid, 1_000, "KRW", false)]
    [TestCase("vbank", VendorStatus.Waiting, 100_000, "KRW", false)]
    [TestCase("test", VendorStatus.Paid, 100_000, "KRW", true)]
    [TestCase("usd", VendorStatus.Paid, 100_000, "USD", false)]
    public async Task Each_button_of_the_window_is_a_payment_that_our_adapter_reads(string choice, VendorStatus means, long total, string currency, bool test)
    {
        var deal = await Press(choice);
        var said = (await V1().Find(new(Reference, deal.TransactionId), default))!;
        Assert.That((said.Reference, said.Status, said.Total, said.Currency, said.IsTest), Is.EqualTo((Reference, means, (long?)total, currency, (bool?)test)));
    }

    [Test]
    public async Task Another_shop_s_payment_and_one_that_nobody_made_are_none()
    {
        var deal = await Press("store");
        Assert.That((await V1().Find(new(Reference, deal.TransactionId), default), await V1().Find(new(Reference, null), default)), Is.EqualTo(((VendorPayment?)null, (VendorPayment?)null)));
    }

    [Test]
    public async Task A_test_channel_shows_only_to_who_asks_by_the_attempt()
    {
        var deal = await Press("test");
        Assert.That(await V1().Find(new(Reference, null), default), Is.Null);
        Assert.That(await V1().Find(new(Reference, deal.TransactionId), default), Is.Not.Null);
    }

    [Test]
    public async Task Of_several_attempts_the_one_that_paid_is_found()
    {
        await Press("fail");
        var paid = await Press("success");
        Assert.That((await V1().Find(new(Reference, null), default))!.TransactionId, Is.EqualTo(paid.TransactionId));
    }

    [Test]
    public async Task A_refund_is_guarded_by_its_checksum_also_after_a_restart()
    {
        var deal = await Press("success");
        var order = Order(deal.TransactionId, 30_000, 100_000);

        var taken = (RefundAnswer.Taken)await V1().Refund(order, null, default);
        await Restart();
        var again = (RefundAnswer.Refused)await V1().Refund(order, null, default);

        Assert.That((taken.Cancellation.Amount, taken.Cancellation.Status, again.Final), Is.EqualTo((30_000, VendorCancellationStatus.Succeeded, false)));
        Assert.That((await V1().Find(new(Reference, deal.TransactionId), default))!.Left, Is.EqualTo(70_000));
    }

    [Test]
    public async Task No_amount_means_everything_which_is_why_we_never_leave_it_out()
    {
        var deal = await Press("success");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/iamport/payments/cancel") { Content = Form(("imp_uid", deal.TransactionId), ("amount", "0")) };
        request.Headers.TryAddWithoutValidation("Authorization", await Token());
        Assert.That((await Sandbox.Http.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Books.Find(deal.TransactionId)!.Cancellable, Is.Zero);
    }

    [Test]
    public async Task Without_a_good_token_there_is_no_answer()
    {
        Assert.That((await Sandbox.Http.GetAsync("/iamport/payments/imp_1")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await Sandbox.Http.PostAsJsonAsync("/iamport/users/getToken", new { imp_key = "sandbox-key", imp_secret = "wrong" })).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await Token(), Is.EqualTo(await Token()));
    }

    private async Task<string?> Token()
    {
        var answer = await Sandbox.Http.PostAsync("/iamport/users/getToken", Form(("imp_key", "sandbox-key"), ("imp_secret", "sandbox-secret")));
        return (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("response").GetProperty("access_token").GetString();
    }
}
