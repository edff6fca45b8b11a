using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.PortOne;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Payments;

/// <summary>A test of money as its people meet it: a customer, the vendor with books of its own, and our API between them.</summary>
internal abstract class PaymentTest : VendorTrouble
{
    /// <summary>An ANALYSIS for which no free slot was left.</summary>
    protected static async Task<Guid> AwaitingPayment(TestUser customer)
    {
        await App.Execute("update campaigns set active = false");
        var body = await Body(await App.As(customer).PostAsJsonAsync("/api/consultations", Draft.Analysis()), HttpStatusCode.Created);
        Assert.That(body.GetProperty("status").GetString(), Is.EqualTo("AWAITING_PAYMENT"));
        return body.GetProperty("id").GetGuid();
    }

    protected static Task<HttpResponseMessage> Prepare(TestUser customer, Guid subjectId, string purpose = "CONSULTATION") =>
        App.As(customer).PostAsJsonAsync("/api/payments/prepare", new { purpose, subjectId });

    /// <summary>A payment that is asked for: its id at the vendor.</summary>
    protected static async Task<string> Prepared(TestUser customer, Guid? consultation = null) =>
        (await Body(await Prepare(customer, consultation ?? await AwaitingPayment(customer)))).GetProperty("paymentId").GetString()!;

    /// <summary>A consultation whose fee is paid, and its payment.</summary>
    protected static async Task<(Guid Consultation, string Payment)> Paid(TestUser customer)
    {
        var consultation = await AwaitingPayment(customer);
        var payment = await Prepared(customer, consultation);
        App.Vendors.PortOne.Pay(payment);
        Assert.That(Status(await Body(await Complete(customer, payment))), Is.EqualTo("PAID"));
        return (consultation, payment);
    }

    /// <summary>A fee that is paid now, by a customer of that name: its payment.</summary>
    protected static async Task<string> PaidFee(string name = "김민아") => (await Paid(await Customer(name))).Payment;

    /// <summary>A part of it goes back by hand, and is back.</summary>
    protected static async Task Refunded(string payment, long amount)
    {
        await Body(await App.As(await Admin()).PostAsJsonAsync($"/api/admin/payments/{Guid.Parse(payment)}/refund", new { amount, reason = "고객 요청" }));
        await App.DeliverOutbox();
    }

    /// <summary>Something else than the fee is paid, and has not gone back yet.</summary>
    protected static async Task<string> Tampered(long total = 100_000, string currency = "KRW")
    {
        var customer = await Customer();
        var payment = await Prepared(customer);
        App.Vendors.PortOne.Pay(payment, deal => (deal.Total, deal.Currency) = (total, currency));
        Assert.That(Status(await Body(await Complete(customer, payment))), Is.EqualTo("FAILED"));
        return payment;
    }

    /// <summary>Nine o'clock in Seoul of the next day to come; the clock only goes forward.</summary>
    protected static DateOnly Morning()
    {
        App.Clock.SetUtcNow(new DateTimeOffset(App.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero));
        return Joonbi.Domain.Seoul.Day(App.Clock.GetUtcNow());
    }

    /// <summary>So many days pass, with what is due then.</summary>
    protected static Task Days(int count)
    {
        App.Clock.Advance(TimeSpan.FromDays(count));
        return App.DeliverOutbox();
    }

    protected static Task<HttpResponseMessage> Complete(TestUser customer, string paymentId, string? transactionId = null, JoonbiApp? app = null) =>
        (app ?? App).As(customer).PostAsJsonAsync("/api/payments/complete", new { paymentId, transactionId });

    protected static Task<HttpResponseMessage> Webhook(
        string paymentId, string type = "Transaction.Paid", string id = "msg-1", string secret = PortOneStandIn.WebhookSecret, TimeSpan age = default, Func<HttpRequestMessage, HttpRequestMessage>? change = null)
    {
        var request = SignedNotice.Of(paymentId, type, id, App.Clock.GetUtcNow() - age, secret);
        return App.AsNobody().SendAsync(change?.Invoke(request) ?? request);
    }

    protected static string? Status(JsonElement body) => body.GetProperty("status").GetString();

    protected static Task<string?> StatusOf(string payment) => App.Sql<string>("select status from payments where id = @id", new { id = Guid.Parse(payment) });

    protected static Task<string?> StatusOf(Guid consultation) => App.Sql<string>("select status from consultations where id = @consultation", new { consultation });

    protected static Task<string?> FlagOf(string payment) => App.Sql<string>("select reason from payment_flags where payment_id = @id", new { id = Guid.Parse(payment) });

    /// <summary>How many triggers were asked for.</summary>
    protected static Task<int> Triggers(Guid consultation) =>
        App.Sql<int>("select count(*)::int from consultation_events where kind = 'QUEUED' and consultation_id = @consultation", new { consultation });
}
