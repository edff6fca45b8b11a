using System.Net;
using System.Net.Http.Json;
using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;

namespace Joonbi.Tests.Sandbox;

/// <summary>The sandbox's second generation takes what our adapter sends, answers what it reads, and refuses what PortOne refuses.</summary>
internal sealed class PortOneV2Tests : SandboxPortOne
{
    protected override (string, string)[] Settings => Second;

    [TestCase("success", VendorStatus.Paid, 100_000, "KRW", "store-sandbox", false)]
    [TestCase("fail", VendorStatus.Failed, 100_000, "KRW", "store-sandbox", false)]
    [TestCase("close", VendorStatus.Ready, 100_000, "KRW", "store-sandbox", false)]
    [TestCase("amount", VendorStatus.Paid, 1_000, "KRW", "store-sandbox", false)]
    [TestCase("store", VendorStatus.Paid, 100_000, "KRW", "store-another-of-the-same-merchant", false)]
    [TestCase("vbank", VendorStatus.Waiting, 100_000, "KRW", "store-sandbox", false)]
    [TestCase("test", VendorStatus.Paid, 100_000, "KRW", "store-sandbox", true)]
    [TestCase("usd", VendorStatus.Paid, 100_000, "USD", "store-sandbox", false)]
    public async Task Each_button_of_the_window_is_a_payment_that_our_adapter_reads(string choice, VendorStatus means, long total, string currency, string store, bool test)
    {
        await Press(choice);
        var said = (await V2().Find(new(Reference, null), default))!;
        Assert.That((said.Reference, said.Status, said.Total, said.Currency, said.StoreId, said.IsTest), Is.EqualTo((Reference, means, (long?)total, currency, store, (bool?)test)));
    }

    [Test]
    public async Task A_payment_that_nobody_made_is_none() => Assert.That(await V2().Find(new(Reference, null), default), Is.Null);

    [Test]
    public async Task The_money_of_a_transfer_comes_later_and_goes_back_to_an_account_only()
    {
        var deal = await Press("vbank");
        await Later(deal, "deposit");
        Assert.That((await V2().Find(new(Reference, null), default))!.Status, Is.EqualTo(VendorStatus.Paid));
        Assert.That(await V2().Refund(Order(deal.TransactionId, 100_000, 100_000), null, default), Is.EqualTo(new RefundAnswer.Refused("INVALID_REQUEST", Final: true)));

        var taken = (RefundAnswer.Taken)await V2().Refund(Order(deal.TransactionId, 100_000, 100_000, "another-key-of-16-characters") with { Account = Account() }, null, default);
        Assert.That(taken.Cancellation.Status, Is.EqualTo(VendorCancellationStatus.Requested));
    }

    [Test]
    public async Task An_account_of_another_person_is_found_out_later()
    {
        var deal = await Press("vbank");
        await Later(deal, "deposit");
        await Control("portone-cancel", "requested", delayMs: 300);

        await V2().Refund(Order(deal.TransactionId, 100_000, 100_000) with { Account = Account("110123450000") }, null, default);

        Assert.That(async () => (await V2().Find(new(Reference, null), default))!.Cancellations.Single().Status, Is.EqualTo(VendorCancellationStatus.Failed).After(5_000, 50));
        Assert.That(Books.Find(deal.TransactionId)!.Cancellable, Is.EqualTo(100_000));
    }

    [Test]
    public async Task A_refund_is_done_once_however_often_its_key_comes()
    {
        var deal = await Press("success");

        var first = await V2().Refund(Order(deal.TransactionId, 30_000, 100_000), null, default);
        await Restart();
        var again = await V2().Refund(Order(deal.TransactionId, 30_000, 100_000), null, default);

        Assert.That(((RefundAnswer.Taken)again).Cancellation, Is.EqualTo(((RefundAnswer.Taken)first).Cancellation));
        var said = (await V2().Find(new(Reference, null), default))!;
        Assert.That((said.Status, said.Left, said.Cancellations.Single().Reason), Is.EqualTo((VendorStatus.Paid, 70_000, "상담 거절 [r]")));
    }

    [TestCase("fail", 1_000, 1_000, "PAYMENT_NOT_PAID")]
    [TestCase("success", 1_000, 90_000, "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN")]
    [TestCase("success", 100_001, 100_000, "CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT")]
    public async Task It_refuses_what_the_books_do_not_allow(string choice, long amount, long believed, string error)
    {
        var deal = await Press(choice);
        Assert.That(((RefundAnswer.Refused)await V2().Refund(Order(deal.TransactionId, amount, believed), null, default)).Error, Is.EqualTo(error));
    }

    [Test]
    public async Task Everything_given_back_it_is_cancelled_and_there_is_nothing_more()
    {
        var deal = await Press("success");
        await V2().Refund(Order(deal.TransactionId, 100_000, 100_000), null, default);
        Assert.That((await V2().Find(new(Reference, null), default))!.Status, Is.EqualTo(VendorStatus.Cancelled));
        Assert.That(
            await V2().Refund(Order(deal.TransactionId, 1, 100_000, "another-key-of-16-characters"), null, default),
            Is.EqualTo(new RefundAnswer.Refused("PAYMENT_ALREADY_CANCELLED", Final: false)));
    }

    [Test]
    public async Task The_money_of_another_store_goes_back_from_that_store()
    {
        var deal = await Press("store");
        Assert.That(((RefundAnswer.Refused)await V2().Refund(Order(deal.TransactionId, 100_000, 100_000), null, default)).Error, Is.EqualTo("PAYMENT_NOT_FOUND"));
        Assert.That(await V2().Refund(Order(deal.TransactionId, 100_000, 100_000, "another-key-of-16-characters"), await V2().Find(new(Reference, null), default), default), Is.InstanceOf<RefundAnswer.Taken>());
    }

    [Test]
    public async Task A_refund_may_be_taken_first_and_done_later_or_refused_by_the_bank()
    {
        var deal = await Press("success");
        await Control("portone-cancel", "pg", times: 1);
        Assert.That(((RefundAnswer.Refused)await V2().Refund(Order(deal.TransactionId, 1_000, 100_000), null, default)).Error, Is.EqualTo("PG_PROVIDER E503 은행 점검 시간입니다."));

        await Control("portone-cancel", "requested", delayMs: 300);
        var taken = (RefundAnswer.Taken)await V2().Refund(Order(deal.TransactionId, 1_000, 100_000, "another-key-of-16-characters"), null, default);
        Assert.That(taken.Cancellation.Status, Is.EqualTo(VendorCancellationStatus.Requested));
        Assert.That(
            async () => (await V2().Find(new(Reference, null), default))!.Cancellations.Single().Status,
            Is.EqualTo(VendorCancellationStatus.Succeeded).After(5_000, 50));
    }

    [Test]
    public async Task A_key_whose_request_goes_on_is_asked_again()
    {
        var deal = await Press("success");
        await Control("portone-cancel", "outstanding", times: 1);
        Assert.That(() => V2().Refund(Order(deal.TransactionId, 1_000, 100_000), null, default), Throws.InstanceOf<DeliveryException>());
        Assert.That(await V2().Refund(Order(deal.TransactionId, 1_000, 100_000), null, default), Is.InstanceOf<RefundAnswer.Taken>());
    }

    [Test]
    public async Task An_order_that_was_paid_cannot_be_paid_again_and_one_that_failed_can()
    {
        await Press("fail");
        var paid = await Press("success");
        Assert.That(await (await Window("success")).Content.ReadAsStringAsync(), Does.Contain("이미 결제된 주문입니다."));
        Assert.That((Books.All().Count, Books.Foremost(Reference)!.TransactionId), Is.EqualTo((2, paid.TransactionId)));
    }

    [TestCase("PortOne wrong", "\"key-of-at-least-16-characters\"", 1_000, 401)]
    [TestCase("Bearer sandbox-secret", "\"key-of-at-least-16-characters\"", 1_000, 401)]
    [TestCase("PortOne sandbox-secret", "key-without-its-quotes", 1_000, 400)]
    [TestCase("PortOne sandbox-secret", "\"short\"", 1_000, 400)]
    [TestCase("PortOne sandbox-secret", "\"key-of-at-least-16-characters\"", 0, 400)]
    public async Task It_is_as_strict_as_the_vendor_about_who_asks_and_how(string authorization, string key, long amount, int status)
    {
        await Press("success");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/portone/payments/{Reference}/cancel") { Content = JsonContent.Create(new { amount, reason = "r" }) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        Assert.That((int)(await Sandbox.Http.SendAsync(request)).StatusCode, Is.EqualTo(status));
        Assert.That(Books.Foremost(Reference)!.Cancellable, Is.EqualTo(100_000));
    }

    [TestCase("500")]
    [TestCase("429")]
    [TestCase("away")]
    public async Task It_can_be_out_of_order_or_away(string mode)
    {
        await Press("success");
        await Control("portone", mode, times: 1);
        Assert.That(() => V2().Find(new(Reference, null), default), Throws.InstanceOf<Exception>());
        Assert.That(await V2().Find(new(Reference, null), default), Is.Not.Null);
    }

    [Test]
    public async Task An_answer_that_gets_lost_does_not_undo_the_refund()
    {
        var deal = await Press("success");
        await Control("portone", "lost", times: 1);
        Assert.That(() => V2().Refund(Order(deal.TransactionId, 1_000, 100_000), null, default), Throws.InstanceOf<DeliveryException>());
        Assert.That(Books.Find(deal.TransactionId)!.Cancellable, Is.EqualTo(99_000));
    }

    [Test]
    public async Task The_books_survive_a_killed_sandbox_to_the_last_whole_line()
    {
        await Press("success");
        await File.AppendAllTextAsync(Path.Combine(Sandbox.Folder, "portone.jsonl"), """{"Deal":{"Transact""");
        await Restart();
        await Press("success", "019ab0c4111170008000000000000002");
        await Restart();

        var log = await Sandbox.Http.GetFromJsonAsync<System.Text.Json.JsonElement>("/control/log");
        Assert.That(log.GetProperty("portOne").GetProperty("sums").GetProperty("KRW").GetProperty("paid").GetInt64(), Is.EqualTo(200_000));
    }

    private async Task Control(string target, string mode, int? times = null, int? delayMs = null) =>
        Assert.That((await Sandbox.Http.PostAsJsonAsync("/control", new { target, mode, times, delayMs })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
}
