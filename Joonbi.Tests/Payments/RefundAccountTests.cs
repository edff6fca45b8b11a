using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Joonbi.Tests.Payments;

/// <summary>Money that came by a transfer goes back to an account, which its customer is asked for and nobody else ever sees.</summary>
internal sealed class RefundAccountTests : PaymentTest
{
    private const string Number = "110-123-456789";
    private const string Digits = "110123456789";
    private static readonly object Account = new { bank = "SHINHAN", number = Number, holderName = "김민아" };

    [Test]
    public async Task Its_customer_is_asked_and_then_it_goes_back_by_itself()
    {
        var (customer, payment) = await Waiting();
        Assert.That((await Refunds(), App.Vendors.PortOneCalls.Any(IsRefund)), Is.EqualTo(("AWAITING_ACCOUNT 100000", false)));
        Assert.That((await Details(customer, payment)).GetProperty("refundAccountNeeded").GetBoolean(), Is.True);
        Assert.That(Asked(), Is.EqualTo(new[] { "[준비스튜디오] 환불받으실 계좌를 알려 주세요" }));
        Assert.That(await App.Sql<string>("select body from notifications where user_id = @Id and title like '환불%'", new { customer.Id }), Does.StartWith("준비스튜디오 분석 상담 100,000원을 돌려드리려고 합니다."));

        var given = await Body(await Give(customer, payment));
        Assert.That(given.GetProperty("refundAccount").GetRawText(), Is.EqualTo("""{"bank":"SHINHAN","number":"********6789","holderName":"김*아"}"""));
        Assert.That(given.GetProperty("refundAccountNeeded").GetBoolean(), Is.False);

        await App.DeliverOutbox();
        Assert.That((await Refunds(), await StatusOf(payment), App.Vendors.PortOne.Deals.Single().Left), Is.EqualTo(("SUCCEEDED 100000", "REFUNDED", 0L)));
        Assert.That(
            App.Vendors.PortOneCalls.Single(IsRefund).Body.GetProperty("refundAccount").GetRawText(),
            Is.EqualTo($$"""{"bank":"SHINHAN","number":"{{Digits}}","holderName":"김민아"}"""));
    }

    [Test]
    public async Task It_is_nowhere_to_be_read_and_gone_after_the_refund()
    {
        var (customer, payment) = await Waiting();
        await Body(await Give(customer, payment));
        Assert.That(await WholeDatabase.Find(App, Digits, Number), Is.Empty);
        Assert.That(await App.Sql<bool>("select refund_account is not null from payments"), Is.True);

        await App.DeliverOutbox();

        Assert.That(await App.Sql<bool>("select refund_account is null from payments"), Is.True);
        Assert.That((await Details(customer, payment)).GetProperty("refundAccount").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("SHINHAN", "12345", "김민아")]
    [TestCase("SHINHAN", "110-123-45678A", "김민아")]
    [TestCase("SHINHAN", "123456789012345678901", "김민아")]
    [TestCase("SHINHAN", "110123456789", " ")]
    [TestCase("SHINHAN", "110123456789", "김민아\n관리자")]
    [TestCase("A_BANK_OF_NOBODY", "110123456789", "김민아")]
    public async Task What_is_no_account_is_refused(string bank, string number, string holderName)
    {
        var (customer, payment) = await Waiting();
        await Problem(await App.As(customer).PutAsJsonAsync(Path(payment), new { bank, number, holderName }), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        Assert.That(await Refunds(), Is.EqualTo("AWAITING_ACCOUNT 100000"));
    }

    [Test]
    public async Task Nobody_is_asked_where_the_money_goes_back_the_way_it_came()
    {
        var customer = await Customer();
        var (consultation, payment) = await Paid(customer);
        await Problem(await Give(customer, payment), HttpStatusCode.Conflict, "REFUND_ACCOUNT_NOT_AWAITED");
        await Body(await App.As(customer).PostAsync($"/api/consultations/{consultation}/cancel", null));
        await Problem(await Give(customer, payment), HttpStatusCode.Conflict, "REFUND_ACCOUNT_NOT_AWAITED");
    }

    [Test]
    public async Task Who_saw_an_older_payment_is_told_so()
    {
        var (customer, payment) = await Waiting();
        var request = new HttpRequestMessage(HttpMethod.Put, Path(payment)) { Content = JsonContent.Create(Account) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        await Problem(await App.As(customer).SendAsync(request), HttpStatusCode.PreconditionFailed, "VERSION_STALE");
    }

    [Test]
    public async Task An_admin_enters_it_for_the_customer_and_the_record_does_not_keep_it()
    {
        var (_, payment) = await Waiting();
        var admin = await Admin();

        var dossier = await Body(await App.As(admin).PutAsJsonAsync($"/api/admin/payments/{Guid.Parse(payment)}/refund-account", Account));
        await App.DeliverOutbox();

        Assert.That(dossier.GetProperty("refundAccount").GetProperty("number").GetString(), Is.EqualTo("********6789"));
        Assert.That(await StatusOf(payment), Is.EqualTo("REFUNDED"));
        Assert.That(await App.Sql<string>("select action || ' ' || after::text from audit_log where actor_id = @Id", new { admin.Id }), Is.EqualTo("""payment.refund-account {"bank": "SHINHAN"}"""));
    }

    [Test]
    public async Task An_account_that_the_bank_refuses_is_asked_for_anew_and_three_of_them_are_a_matter_for_a_person()
    {
        var admin = await Admin();
        var (customer, payment) = await Waiting();
        for (var account = 1; account <= 3; account++)
        {
            App.Vendors.PortOne.CancelAs = "FAILED";
            await Body(await Give(customer, payment));
            await App.DeliverOutbox();
            App.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.That(await App.Sql<string>("select string_agg(status, ' ') from refunds"), Is.EqualTo("FAILED FAILED FAILED"));
        Assert.That(Asked().Count(subject => subject.EndsWith("환불 계좌를 다시 확인해 주세요", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(
            await App.Sql<string>("select string_agg(split_part(body, '. ', 2), '|' order by created_at) from notifications where user_id = @Id and title = '환불하지 못했습니다'", new { admin.Id }),
            Is.EqualTo("고객에게 환불 계좌를 다시 물었습니다.|고객에게 환불 계좌를 다시 물었습니다.|PortOne 콘솔에서 확인한 뒤 다시 환불해 주세요."));
        Assert.That((await StatusOf(payment), await App.Sql<bool>("select refund_account is null from payments")), Is.EqualTo(("PAID", true)));
    }

    [Test]
    public async Task After_a_wrong_account_the_right_one_is_enough()
    {
        var (customer, payment) = await Waiting();
        App.Vendors.PortOne.CancelAs = "FAILED";
        await Body(await Give(customer, payment));
        await App.DeliverOutbox();

        App.Vendors.PortOne.CancelAs = "SUCCEEDED";
        await Body(await Give(customer, payment));
        await App.DeliverOutbox();

        Assert.That((await StatusOf(payment), App.Vendors.PortOne.Deals.Single().Left), Is.EqualTo(("REFUNDED", 0L)));
        Assert.That(await App.Sql<string>("select string_agg(kind || ' ' || amount, ', ' order by seq) from ledger_entries"), Is.EqualTo("PAYMENT 100000, REFUND -100000"));
    }

    [Test]
    public async Task A_bank_that_says_no_again_and_again_means_the_account_and_its_words_are_kept_without_it()
    {
        var (customer, payment) = await Waiting();
        App.Vendors.Instead = async (context, call) =>
        {
            if (!IsRefund(call))
                return false;

            context.Response.StatusCode = 502;
            await context.Response.WriteAsJsonAsync(new { type = "PG_PROVIDER", pgCode = "V801", pgMessage = $"계좌 {Digits}의 예금주가 김민아이 아닙니다." });
            return true;
        };
        await Body(await Give(customer, payment));
        for (var turn = 0; turn < 8; turn++)
        {
            await App.DeliverOutbox();
            App.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.That(await App.Sql<string>("select string_agg(status || ' ' || coalesce(error, ''), ', ' order by id) from refunds"), Is.EqualTo("FAILED PG_PROVIDER V801 계좌 ********6789의 예금주가 김*아이 아닙니다., AWAITING_ACCOUNT "));
        Assert.That(await WholeDatabase.Find(App, Digits), Is.Empty);
    }

    [Test]
    public async Task Unanswered_for_three_days_it_is_asked_again_and_an_admin_is_told()
    {
        var admin = await Admin();
        var (customer, payment) = await Waiting();
        await Days(3);

        Assert.That(App.Vendors.Mails.Select(Subject).TakeLast(2), Is.EquivalentTo(new[] { "[준비스튜디오] 환불받으실 계좌를 기다리고 있습니다", "[준비스튜디오] 고객이 환불 계좌를 알려 주지 않았습니다" }));
        Assert.That(Title(App.Vendors.Discord[^1]), Is.EqualTo("고객이 환불 계좌를 알려 주지 않았습니다"));
        Assert.That(await App.Sql<string>("select link from notifications where user_id = @Id and kind = 'ATTENTION'", new { admin.Id }), Is.EqualTo($"/admin/payments/{Guid.Parse(payment)}"));
    }

    [Test]
    public async Task Answered_in_time_nobody_is_reminded()
    {
        await Admin();
        var (customer, payment) = await Waiting();
        await Body(await Give(customer, payment));
        await App.DeliverOutbox();
        var mails = App.Vendors.Mails.Count;

        await Days(4);

        Assert.That(App.Vendors.Mails.Count, Is.EqualTo(mails));
    }

    [Test]
    public async Task For_a_customer_who_has_left_an_admin_is_asked()
    {
        var admin = await Admin();
        var (customer, consultation, payment) = await PaidByTransfer();
        await App.Execute("update users set deleted_at = now(), email = 'deleted-' || id, password_hash = null where id = @Id", new { customer.Id });
        await Body(await App.As(admin).PostAsJsonAsync($"/api/admin/consultations/{consultation}/reject", new { reason = "고객이 탈퇴했습니다." }));
        await App.DeliverOutbox();

        Assert.That(Subject(App.Vendors.Mails[^1]), Is.EqualTo("[준비스튜디오] 환불 계좌를 물어볼 고객이 없습니다"));
        Assert.That(Title(App.Vendors.Discord[^1]), Is.EqualTo("환불 계좌를 물어볼 고객이 없습니다"));
        Assert.That(await App.Sql<string>("select title from notifications where user_id = @Id", new { admin.Id }), Is.EqualTo("환불 계좌를 물어볼 고객이 없습니다"));
        Assert.That(await StatusOf(payment), Is.EqualTo("PAID"));
    }

    [Test]
    public async Task Sealed_under_a_key_that_is_lost_it_is_asked_for_anew()
    {
        var (customer, payment) = await Waiting();
        await Body(await Give(customer, payment));
        await using var rekeyed = await TestRun.Replica(_ => new()
        {
            ["PORTONE_API_URL"] = $"{App.Vendors.Address}portone",
            ["ENCRYPTION_KEY"] = "another-encryption-key-0123456789abc",
            ["JWT_REFRESH_SECRET"] = "another-refresh-secret-0123456789abc",
        });

        rekeyed.Clock.SetUtcNow(App.Clock.GetUtcNow());
        await rekeyed.DeliverOutbox();

        Assert.That((await Refunds(), App.Vendors.PortOneCalls.Any(IsRefund)), Is.EqualTo(("AWAITING_ACCOUNT 100000", false)));
        Assert.That((await Details(customer, payment)).GetProperty("refundAccountNeeded").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Returned_in_the_vendors_console_meanwhile_nobody_need_answer_any_more()
    {
        var (customer, payment) = await Waiting();
        App.Vendors.PortOne.Deals.Single().GiveBack(100_000, "콘솔에서 환불");
        await Webhook(payment, "Transaction.Cancelled", "msg-9");
        Assert.That((await Refunds(), await StatusOf(payment)), Is.EqualTo(("SUCCEEDED 100000", "REFUNDED")));
        Assert.That((await Details(customer, payment)).GetProperty("refundAccountNeeded").GetBoolean(), Is.False);
    }

    [Test]
    public async Task Something_wrong_that_came_by_a_transfer_goes_back_the_same_way()
    {
        var customer = await Customer();
        var payment = await Prepared(customer);
        App.Vendors.PortOne.Pay(payment, deal => (deal.Method, deal.Total) = ("PaymentMethodVirtualAccount", 1_000));
        await Body(await Complete(customer, payment));
        Assert.That(await Refunds(), Is.EqualTo("AWAITING_ACCOUNT 1000"));

        await Body(await Give(customer, payment));
        await App.DeliverOutbox();

        Assert.That((await Refunds(), App.Vendors.PortOne.Deals.Single().Left), Is.EqualTo(("SUCCEEDED 1000", 0L)));
    }

    [Test]
    public async Task In_the_first_generation_it_is_the_same()
    {
        await using var first = await TestRun.Replica(TestSettings.FirstGeneration);
        var (customer, consultation) = (await Customer(), default(Guid));
        consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        var deal = first.Vendors.PortOne.Pay(payment, deal => deal.Method = "PaymentMethodVirtualAccount");
        await Body(await Complete(customer, payment, deal.TransactionId, first));
        await Body(await first.As(customer).PostAsync($"/api/consultations/{consultation}/cancel", null));
        await first.DeliverOutbox();
        Assert.That(await Refunds(), Is.EqualTo("AWAITING_ACCOUNT 100000"));

        await Body(await first.As(customer).PutAsJsonAsync(Path(payment), Account));
        await first.DeliverOutbox();

        Assert.That((await StatusOf(payment), deal.Left), Is.EqualTo(("REFUNDED", 0L)));
        var body = first.Vendors.PortOneCalls.Single(IsRefund).Body;
        Assert.That((body.GetProperty("refund_bank").GetString(), body.GetProperty("refund_account").GetString(), body.GetProperty("refund_holder").GetString()), Is.EqualTo(("088", Digits, "김민아")));
    }

    private static async Task<(TestUser Customer, Guid Consultation, string Payment)> PaidByTransfer()
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        App.Vendors.PortOne.Pay(payment, deal => deal.Method = "PaymentMethodVirtualAccount");
        Assert.That(Status(await Body(await Complete(customer, payment))), Is.EqualTo("PAID"));
        return (customer, consultation, payment);
    }

    /// <summary>Paid by a transfer, and given up by its customer: the refund waits to hear where to.</summary>
    private static async Task<(TestUser Customer, string Payment)> Waiting()
    {
        var (customer, consultation, payment) = await PaidByTransfer();
        await Body(await App.As(customer).PostAsync($"/api/consultations/{consultation}/cancel", null));
        await App.DeliverOutbox();
        return (customer, payment);
    }

    private static Task<HttpResponseMessage> Give(TestUser customer, string payment) => App.As(customer).PutAsJsonAsync(Path(payment), Account);

    private static string Path(string payment) => $"/api/payments/{Guid.Parse(payment)}/refund-account";

    private static async Task<JsonElement> Details(TestUser customer, string payment) => await Body(await App.As(customer).GetAsync($"/api/payments/{Guid.Parse(payment)}"));

    private static Task<string?> Refunds() => App.Sql<string>("select string_agg(status || ' ' || amount, ', ' order by id) from refunds");

    private static string[] Asked() => [.. App.Vendors.Mails.Select(Subject).Where(subject => subject.Contains("환불") && subject.Contains("계좌"))];

    private static string Subject(VendorCall mail) => mail.Body.GetProperty("subject").GetString()!;

    private static string Title(VendorCall post) => post.Body.GetProperty("embeds")[0].GetProperty("title").GetString()!;

    private static bool IsRefund(VendorCall call) => call.Path.EndsWith("/cancel", StringComparison.Ordinal);
}
