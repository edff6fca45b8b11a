using System.Text;
using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.PortOne;
using Joonbi.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.PortOne;

/// <summary>What is sent to the first generation, and what is made of its answers.</summary>
internal sealed class PortOneV1GatewayTests
{
    private const string Reference = "019ab0c4111170008000000000000001";
    private JoonbiApp app = null!;

    [OneTimeSetUp]
    public async Task Start() => app = await TestRun.Replica(TestSettings.FirstGeneration);

    [OneTimeTearDown]
    public async Task Stop() => await app.DisposeAsync();

    [SetUp]
    public void Reset()
    {
        app.Vendors.Reset();
        app.Clock.Advance(TimeSpan.FromHours(1));
    }

    [Test]
    public async Task Shows_its_token_and_asks_by_the_attempt_test_channels_included()
    {
        var deal = app.Vendors.PortOne.Pay(Reference);

        var said = await Gateway.Find(new(Reference, deal.TransactionId), default);

        var calls = app.Vendors.PortOneCalls;
        Assert.That((calls[0].Method, calls[0].Path, calls[0].Body.GetRawText()), Is.EqualTo(("POST", "/iamport/users/getToken", """{"imp_key":"test-imp-key","imp_secret":"test-imp-secret"}""")));
        Assert.That((calls[1].Method, calls[1].Path, calls[1].Query, calls[1].Headers["Authorization"]), Is.EqualTo(("GET", $"/iamport/payments/{deal.TransactionId}", "?include_sandbox=true", "Bearer token-test-imp-key")));
        Assert.That((said!.Reference, said.TransactionId, said.Status, said.Total, said.Currency, said.StoreId, said.IsTest), Is.EqualTo((Reference, deal.TransactionId, VendorStatus.Paid, (long?)100_000, "KRW", (string?)null, (bool?)false)));
    }

    [Test]
    public async Task Without_the_attempt_the_one_that_paid_is_found_among_all()
    {
        app.Vendors.PortOne.Pay(Reference, deal => deal.Status = "FAILED");
        var paid = app.Vendors.PortOne.Pay(Reference);
        app.Vendors.PortOne.Pay(Reference, deal => deal.Status = "READY");

        var said = await Gateway.Find(new(Reference, null), default);

        Assert.That((said!.TransactionId, app.Vendors.PortOneCalls[^1].Path, app.Vendors.PortOneCalls[^1].Query), Is.EqualTo((paid.TransactionId, $"/iamport/payments/findAll/{Reference}", "?limit=100&sorting=-started")));
    }

    [TestCase(null)]
    [TestCase("imp_unknown")]
    public async Task A_payment_that_the_vendor_does_not_know_is_none(string? transaction) =>
        Assert.That(await Gateway.Find(new(Reference, transaction), default), Is.Null);

    [Test]
    public async Task A_token_serves_until_its_last_minute_and_is_then_asked_for_anew()
    {
        var deal = app.Vendors.PortOne.Pay(Reference);
        foreach (var minutes in new[] { 0, 14, 14, 2 })
        {
            app.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await Gateway.Find(new(Reference, deal.TransactionId), default);
        }

        Assert.That(app.Vendors.PortOneCalls.Count(call => call.Path.EndsWith("getToken", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task A_refused_token_is_replaced_once()
    {
        var deal = app.Vendors.PortOne.Pay(Reference);
        var refusals = 1;
        app.Vendors.Instead = async (context, call) =>
        {
            if (call.Path.EndsWith("getToken", StringComparison.Ordinal) || refusals-- <= 0)
                return false;

            context.Response.StatusCode = 401;
            await context.Response.CompleteAsync();
            return true;
        };

        Assert.That(await Gateway.Find(new(Reference, deal.TransactionId), default), Is.Not.Null);

        refusals = 2;
        Assert.That(Refused(() => Gateway.Find(new(Reference, deal.TransactionId), default)).Message, Is.EqualTo("portone-v1: 401"));
    }

    [Test]
    public void A_200_with_a_code_is_no_answer()
    {
        app.Vendors.AnswerAll(200, new { code = -1, message = "오류" });
        Assert.That(Refused(() => Gateway.Find(new(Reference, "imp_1"), default)).Message, Is.EqualTo("portone-v1: no token, 200 -1"));
    }

    [TestCase("paid", 0, VendorStatus.Paid)]
    [TestCase("paid", 40_000, VendorStatus.Paid)]
    [TestCase("cancelled", 40_000, VendorStatus.Paid)]
    [TestCase("cancelled", 100_000, VendorStatus.Cancelled)]
    [TestCase("cancelled", 0, VendorStatus.Cancelled)]
    [TestCase("ready", 0, VendorStatus.Ready)]
    [TestCase("pending", 0, VendorStatus.Waiting)]
    [TestCase("failed", 0, VendorStatus.Failed)]
    [TestCase("a word of the future", 0, VendorStatus.Unknown)]
    public async Task The_amounts_tell_how_much_of_a_payment_is_left_and_an_unknown_word_moves_nothing(string status, long cancelled, VendorStatus means)
    {
        AnswerPayments(new { imp_uid = "imp_1", merchant_uid = Reference, amount = 100_000.0, cancel_amount = cancelled, currency = "KRW", status, sandbox = false, vbank_num = (string?)null });

        var said = (await Gateway.Find(new(Reference, "imp_1"), default))!;

        Assert.That((said.Status, said.Total, said.Cancellations.Sum(gone => gone.Amount)), Is.EqualTo((means, (long?)100_000, cancelled)));
    }

    [Test]
    public async Task An_account_to_transfer_to_is_not_money_and_a_fraction_no_won()
    {
        AnswerPayments(new { imp_uid = "imp_1", merchant_uid = Reference, amount = 10.5, status = "ready", vbank_num = "110-000", sandbox = "?" });
        var said = (await Gateway.Find(new(Reference, "imp_1"), default))!;
        Assert.That((said.Status, said.Total, said.IsTest), Is.EqualTo((VendorStatus.Waiting, (long?)null, (bool?)null)));
    }

    [Test]
    public async Task A_refund_says_its_amount_and_the_checksum()
    {
        var deal = app.Vendors.PortOne.Pay(Reference);

        var answer = await Gateway.Refund(Order(deal.TransactionId), null, default);

        var call = app.Vendors.PortOneCalls[^1];
        Assert.That((call.Method, call.Path), Is.EqualTo(("POST", "/iamport/payments/cancel")));
        Assert.That(call.Body.GetRawText(), Is.EqualTo($$"""{"imp_uid":"{{deal.TransactionId}}","merchant_uid":"{{Reference}}","amount":30000,"checksum":100000,"reason":"상담 거절 [r]"}"""));
        Assert.That(answer, Is.EqualTo(new RefundAnswer.Taken(new(deal.Backs[0].Id, VendorCancellationStatus.Succeeded, 30_000, "상담 거절 [r]"))));
    }

    [TestCase("html5_inicis", "88")]
    [TestCase("kcp", "BK88")]
    [TestCase("tosspayments", "088")]
    [TestCase("daou", "10")]
    [TestCase(null, "088")]
    public async Task A_refund_to_an_account_names_the_bank_in_its_providers_words(string? provider, string code)
    {
        var deal = app.Vendors.PortOne.Pay(Reference);
        var said = (await Gateway.Find(new(Reference, deal.TransactionId), default))! with { Provider = provider };

        await Gateway.Refund(Order(deal.TransactionId) with { Account = new(Bank.Shinhan, "110123456789", "김민아", "01012345678") }, said, default);

        Assert.That(app.Vendors.PortOneCalls[^1].Body.GetRawText(), Does.EndWith($$"""reason":"상담 거절 [r]","refund_holder":"김민아","refund_bank":"{{code}}","refund_account":"110123456789","refund_tel":"01012345678"}"""));
    }

    [Test]
    public async Task A_bank_that_the_provider_cannot_pay_to_is_not_asked()
    {
        var deal = app.Vendors.PortOne.Pay(Reference);
        var said = (await Gateway.Find(new(Reference, deal.TransactionId), default))! with { Provider = "daou" };
        var answer = await Gateway.Refund(Order(deal.TransactionId) with { Account = new(Bank.Toss, "110123456789", "김민아", null) }, said, default);
        Assert.That(answer, Is.EqualTo(new RefundAnswer.Refused("daou: Toss", Final: true, MayBeTheAccount: true)));
        Assert.That(app.Vendors.PortOneCalls[^1].Method, Is.EqualTo("GET"));
    }

    [Test]
    public void Every_bank_has_a_number_of_its_own() =>
        Assert.That(Enum.GetValues<Bank>().Select(bank => PortOneV1Banks.Code(bank, "tosspayments")), Is.Unique.And.All.Match("^[0-9]{3}$"));

    [Test]
    public async Task What_came_by_a_transfer_goes_back_to_an_account()
    {
        var deal = app.Vendors.PortOne.Pay(Reference, deal => deal.Method = "PaymentMethodVirtualAccount");
        Assert.That((await Gateway.Find(new(Reference, deal.TransactionId), default))!.RefundsToAccount, Is.True);
    }

    [Test]
    public async Task Done_already_it_is_refused_by_the_checksum_and_looked_at_again()
    {
        var deal = app.Vendors.PortOne.Pay(Reference);
        await Gateway.Refund(Order(deal.TransactionId), null, default);

        Assert.That(await Gateway.Refund(Order(deal.TransactionId), null, default), Is.EqualTo(new RefundAnswer.Refused("1 취소 가능 금액이 다릅니다.", Final: false)));
        Assert.That(deal.Left, Is.EqualTo(70_000));
    }

    [TestCase(400, true)]
    [TestCase(404, true)]
    [TestCase(207, false)]
    [TestCase(409, false)]
    public async Task What_is_not_there_is_a_final_no_and_the_rest_is_tried_again(int status, bool final)
    {
        AnswerPayments(null, status);
        Assert.That(await Gateway.Refund(Order("imp_1"), null, default), Is.EqualTo(new RefundAnswer.Refused("-1 오류", final)));
    }

    [TestCase(401)]
    [TestCase(500)]
    [TestCase(501)]
    public void No_answer_to_a_refund_may_be_one_later(int status)
    {
        AnswerPayments(null, status);
        Assert.That(Refused(() => Gateway.Refund(Order("imp_1"), null, default)).Final, Is.False);
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Everything_which_is_what_0_means_is_never_asked_for(long amount)
    {
        Assert.That(() => Gateway.Refund(Order("imp_1") with { Amount = amount }, null, default), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(app.Vendors.PortOneCalls, Is.Empty);
    }

    [TestCase("application/json", """{"imp_uid":"imp_1","merchant_uid":"m","status":"paid"}""", "imp_1")]
    [TestCase("application/x-www-form-urlencoded; charset=UTF-8", "imp_uid=imp_1&merchant_uid=m&status=paid", "imp_1")]
    [TestCase("application/json", """{"merchant_uid":"m"}""", null)]
    [TestCase("application/json", "[1]", null)]
    [TestCase("application/json", "no json", null)]
    [TestCase("application/json", "", null)]
    public void A_webhook_is_a_reason_to_ask_in_either_form_and_nothing_else(string contentType, string body, string? transaction) =>
        Assert.That(Gateway.Read(new RawNotice(new Dictionary<string, string> { ["content-type"] = contentType }, Encoding.UTF8.GetBytes(body))).Key?.TransactionId, Is.EqualTo(transaction));

    private IPaymentGateway Gateway => app.Services.GetRequiredService<IPaymentGateway>();

    private static RefundOrder Order(string transaction) => new(Reference, transaction, 30_000, 100_000, "상담 거절 [r]", "key", RefundCause.Rejected);

    private static DeliveryException Refused(Func<Task> call) => Assert.ThrowsAsync<DeliveryException>(() => call())!;

    private void AnswerPayments(object? payment, int status = 200) => app.Vendors.Instead = async (context, call) =>
    {
        if (call.Path.EndsWith("getToken", StringComparison.Ordinal))
            return false;

        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new { code = payment is null ? -1 : 0, message = payment is null ? "오류" : null, response = payment });
        return true;
    };
}
