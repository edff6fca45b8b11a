using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.PortOne;

/// <summary>What is sent to the second generation, and what is made of each answer that it documents.</summary>
internal sealed class PortOneV2GatewayTests : VendorTrouble
{
    private const string Reference = "019ab0c4111170008000000000000001";
    private static readonly PaymentKey Key = new(Reference, null);
    private static readonly RefundOrder Order = new(Reference, "tx", 30_000, 100_000, "상담 거절 [r]", "key-of-at-least-16-characters", RefundCause.Rejected);

    [Test]
    public async Task Asks_for_the_payment_of_our_store()
    {
        App.Vendors.PortOne.Pay(Reference);

        var said = await Gateway.Find(Key, default);

        var call = App.Vendors.PortOneCalls.Single();
        Assert.That((call.Method, call.Path, call.Query, call.Headers["Authorization"]), Is.EqualTo(("GET", $"/portone/payments/{Reference}", "?storeId=store-test", "PortOne test-portone-secret")));
        Assert.That(call.Headers["User-Agent"], Does.StartWith("Joonbi/"));
        Assert.That((said!.Reference, said.Status, said.Total, said.Currency, said.StoreId, said.IsTest), Is.EqualTo((Reference, VendorStatus.Paid, (long?)100_000, "KRW", "store-test", (bool?)false)));
        Assert.That((said.PaidAt, said.Method, said.ReceiptUrl), Is.EqualTo((JoonbiApp.Epoch, "PaymentMethodCard", "https://receipt.example/1")));
    }

    [Test]
    public async Task A_payment_that_the_vendor_does_not_know_is_none() => Assert.That(await Gateway.Find(Key, default), Is.Null);

    [TestCase("READY", VendorStatus.Ready)]
    [TestCase("PENDING", VendorStatus.Waiting)]
    [TestCase("PAY_PENDING", VendorStatus.Waiting)]
    [TestCase("VIRTUAL_ACCOUNT_ISSUED", VendorStatus.Waiting)]
    [TestCase("PAID", VendorStatus.Paid)]
    [TestCase("PARTIAL_CANCELLED", VendorStatus.Paid)]
    [TestCase("CANCELLED", VendorStatus.Cancelled)]
    [TestCase("FAILED", VendorStatus.Failed)]
    [TestCase("A_WORD_OF_THE_FUTURE", VendorStatus.Unknown)]
    public async Task Each_state_means_something_and_an_unknown_one_moves_nothing(string status, VendorStatus means)
    {
        App.Vendors.PortOne.Pay(Reference, deal => deal.Status = status);
        Assert.That((await Gateway.Find(Key, default))!.Status, Is.EqualTo(means));
    }

    [Test]
    public async Task Members_that_are_missing_or_of_another_kind_crash_nothing()
    {
        App.Vendors.AnswerAll(200, new { id = 7, status = new[] { "PAID" }, amount = "much", channel = 1, cancellations = new object[] { 1, new { status = 2 } } });
        var said = (await Gateway.Find(Key, default))!;
        Assert.That((said.Status, said.Total, said.IsTest, said.Cancellations.Count), Is.EqualTo((VendorStatus.Unknown, (long?)null, (bool?)null, 2)));
    }

    [TestCase(400, "INVALID_REQUEST")]
    [TestCase(401, "UNAUTHORIZED")]
    [TestCase(403, "FORBIDDEN")]
    [TestCase(404, null)]
    [TestCase(500, null)]
    [TestCase(503, "A_WORD_OF_THE_FUTURE")]
    public void No_answer_about_a_payment_is_asked_for_again(int status, string? type)
    {
        App.Vendors.AnswerAll(status, new { type });
        var refused = Refused(() => Gateway.Find(Key, default));
        Assert.That((refused.Final, refused.Message), Is.EqualTo((false, $"portone: {status} {type}".TrimEnd())));
    }

    [Test]
    public void A_429_is_a_rest()
    {
        App.Vendors.AnswerAll(429, new { }, ("Retry-After", "7"));
        Assert.That(Refused(() => Gateway.Find(Key, default)).RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public async Task A_refund_says_how_much_of_what_is_left_and_has_a_quoted_key()
    {
        App.Vendors.PortOne.Pay(Reference);

        var answer = await Gateway.Refund(Order, null, default);

        var call = App.Vendors.PortOneCalls.Single();
        Assert.That((call.Method, call.Path, call.Headers["Idempotency-Key"]), Is.EqualTo(("POST", $"/portone/payments/{Reference}/cancel", "\"key-of-at-least-16-characters\"")));
        Assert.That(call.Body.GetRawText(), Is.EqualTo("""{"storeId":"store-test","amount":30000,"reason":"상담 거절 [r]","requester":"ADMIN","currentCancellableAmount":100000}"""));
        Assert.That(((RefundAnswer.Taken)answer).Cancellation, Is.EqualTo(new VendorCancellation($"cancellation-tx-1-{Reference}-1", VendorCancellationStatus.Succeeded, 30_000, "상담 거절 [r]")).Using<VendorCancellation>((a, b) => a.Status == b.Status && a.Amount == b.Amount && a.Reason == b.Reason));
    }

    [Test]
    public async Task A_refund_from_another_store_of_ours_names_that_store_and_a_customer_s_wish_is_called_so()
    {
        App.Vendors.PortOne.Pay(Reference);
        await Gateway.Refund(Order with { Cause = RefundCause.CancelledBeforeAnalysis }, Said() with { StoreId = "store-2" }, default);
        var body = App.Vendors.PortOneCalls.Single().Body;
        Assert.That((body.GetProperty("storeId").GetString(), body.GetProperty("requester").GetString()), Is.EqualTo(("store-2", "CUSTOMER")));
    }

    [TestCase("SUCCEEDED", VendorCancellationStatus.Succeeded)]
    [TestCase("REQUESTED", VendorCancellationStatus.Requested)]
    [TestCase("FAILED", VendorCancellationStatus.Failed)]
    [TestCase("A_WORD_OF_THE_FUTURE", VendorCancellationStatus.Requested)]
    public async Task A_200_is_a_refund_only_if_it_says_so(string status, VendorCancellationStatus means)
    {
        App.Vendors.PortOne.Pay(Reference);
        App.Vendors.PortOne.CancelAs = status;
        Assert.That(((RefundAnswer.Taken)await Gateway.Refund(Order, null, default)).Cancellation.Status, Is.EqualTo(means));
    }

    [TestCase(400, "INVALID_REQUEST")]
    [TestCase(400, "NEGATIVE_PROMOTION_ADJUSTED_CANCEL_AMOUNT")]
    [TestCase(400, "PROMOTION_DISCOUNT_RETAIN_OPTION_SHOULD_NOT_BE_CHANGED")]
    [TestCase(404, "PAYMENT_NOT_FOUND")]
    [TestCase(409, "PAYMENT_NOT_PAID")]
    [TestCase(409, "CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT")]
    [TestCase(409, "SUM_OF_PARTS_EXCEEDS_CANCEL_AMOUNT")]
    [TestCase(409, "CANCEL_TAX_FREE_AMOUNT_EXCEEDS_CANCELLABLE_TAX_FREE_AMOUNT")]
    [TestCase(409, "CANCEL_TAX_AMOUNT_EXCEEDS_CANCELLABLE_TAX_AMOUNT")]
    [TestCase(409, "MAX_CANCEL_COUNT_REACHED")]
    [TestCase(410, "A_WORD_OF_THE_FUTURE")]
    public async Task A_refusal_that_no_repetition_mends_is_final(int status, string type)
    {
        App.Vendors.AnswerAll(status, new { type, message = "설명" });
        Assert.That(await Gateway.Refund(Order, null, default), Is.EqualTo(new RefundAnswer.Refused(type, Final: true)));
    }

    [TestCase(409, "PAYMENT_ALREADY_CANCELLED", "PAYMENT_ALREADY_CANCELLED")]
    [TestCase(409, "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN", "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN")]
    [TestCase(502, "PG_PROVIDER", "PG_PROVIDER E01 점검 중")]
    public async Task A_refusal_that_a_look_or_time_may_mend_is_not(int status, string type, string error)
    {
        App.Vendors.AnswerAll(status, new { type, pgCode = "E01", pgMessage = "점검 중" });
        Assert.That(await Gateway.Refund(Order, null, default), Is.EqualTo(new RefundAnswer.Refused(error, Final: false)));
    }

    [TestCase(409, "IDEMPOTENCY_OUTSTANDING_REQUEST")]
    [TestCase(401, "UNAUTHORIZED")]
    [TestCase(403, "FORBIDDEN")]
    [TestCase(503, "A_WORD_OF_THE_FUTURE")]
    [TestCase(400, null)]
    public void What_is_no_answer_to_a_refund_is_asked_again_by_the_same_key(int status, string? type)
    {
        App.Vendors.AnswerAll(status, new { type });
        Assert.That(Refused(() => Gateway.Refund(Order, null, default)).Final, Is.False);
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Nothing_is_never_refunded(long amount)
    {
        Assert.That(() => Gateway.Refund(Order with { Amount = amount }, null, default), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(App.Vendors.PortOneCalls, Is.Empty);
    }

    [Test]
    public void A_look_that_hangs_ends_after_10_seconds_and_a_refund_after_45()
    {
        VendorsHangFor(TimeSpan.FromSeconds(11));
        Assert.That(Refused(() => Gateway.Find(Key, default)).Message, Is.EqualTo("portone: time-out"));

        VendorsHangFor(TimeSpan.FromSeconds(46));
        Assert.That(Refused(() => Gateway.Refund(Order, null, default)).Message, Is.EqualTo("portone: time-out"));
    }

    [Test]
    public async Task A_refund_to_an_account_names_it_in_the_vendors_words()
    {
        App.Vendors.PortOne.Pay(Reference);
        await Gateway.Refund(Order with { Account = new(Bank.KBank, "110123456789", "김민아", "01012345678") }, null, default);
        Assert.That(
            App.Vendors.PortOneCalls.Single().Body.GetProperty("refundAccount").GetRawText(),
            Is.EqualTo("""{"bank":"K_BANK","number":"110123456789","holderName":"김민아","holderPhoneNumber":"01012345678"}"""));
    }

    [TestCase(400, "INVALID_REQUEST", true)]
    [TestCase(502, "PG_PROVIDER", true)]
    [TestCase(409, "MAX_CANCEL_COUNT_REACHED", false)]
    public async Task A_no_to_an_account_may_be_about_the_account(int status, string type, bool mayBe)
    {
        App.Vendors.AnswerAll(status, new { type });
        var refused = (RefundAnswer.Refused)await Gateway.Refund(Order with { Account = new(Bank.Kookmin, "110123456789", "김민아", null) }, null, default);
        Assert.That(refused.MayBeTheAccount, Is.EqualTo(mayBe));
    }

    [TestCase("PaymentMethodVirtualAccount", true)]
    [TestCase("PaymentMethodCard", false)]
    public async Task What_came_by_a_transfer_goes_back_to_an_account(string method, bool toAccount)
    {
        App.Vendors.PortOne.Pay(Reference, deal => deal.Method = method);
        Assert.That((await Gateway.Find(Key, default))!.RefundsToAccount, Is.EqualTo(toAccount));
    }

    private static VendorPayment Said() => new(Reference, "tx", VendorStatus.Paid, 100_000, "KRW", "store-test", false, []);

    private static IPaymentGateway Gateway => App.Services.GetRequiredService<IPaymentGateway>();
}
