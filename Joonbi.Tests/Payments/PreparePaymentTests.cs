using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.PortOne;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Payments;

internal sealed class PreparePaymentTests : PaymentTest
{
    [Test]
    public async Task Answers_with_what_the_vendor_s_script_needs_and_with_our_amount()
    {
        var customer = await Customer();

        var window = await Body(await Prepare(customer, await AwaitingPayment(customer)));

        Assert.That(window.GetProperty("paymentId").GetString(), Does.Match("^[0-9a-f]{32}$"));
        Assert.That((window.GetProperty("sdk").GetString(), window.GetProperty("storeId").GetString(), window.GetProperty("channelKey").GetString()), Is.EqualTo(("V2", PortOneStandIn.StoreId, PortOneStandIn.ChannelKey)));
        Assert.That(window.GetProperty("scriptUrl").GetString(), Is.EqualTo("https://cdn.portone.io/v2/browser-sdk.js"));
        Assert.That((window.GetProperty("amount").GetInt64(), window.GetProperty("currency").GetString()), Is.EqualTo((100_000, "KRW")));
        Assert.That(System.Text.Encoding.UTF8.GetByteCount(window.GetProperty("orderName").GetString()!), Is.LessThanOrEqualTo(40));
        Assert.That((window.GetProperty("customer").GetProperty("fullName").GetString(), window.GetProperty("customer").GetProperty("email").GetString()), Is.EqualTo(("김민아", customer.Email)));
    }

    [Test]
    public async Task Prepared_twice_or_by_ten_at_once_it_is_one_payment()
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);

        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Prepared(customer, consultation)));

        Assert.That(ids.Append(await Prepared(customer, consultation)).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task After_a_failure_there_is_a_new_one()
    {
        var customer = await Customer();
        var consultation = await AwaitingPayment(customer);
        var first = await Prepared(customer, consultation);
        App.Vendors.PortOne.Pay(first, deal => deal.Status = "FAILED");
        Assert.That(Status(await Body(await Complete(customer, first))), Is.EqualTo("FAILED"));

        Assert.That(await Prepared(customer, consultation), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task The_request_cannot_name_an_amount()
    {
        var customer = await Customer();
        var response = await App.As(customer).PostAsJsonAsync("/api/payments/prepare", new { purpose = "CONSULTATION", subjectId = await AwaitingPayment(customer), amount = 1 });
        await Problem(response, HttpStatusCode.BadRequest, "VALIDATION_FAILED");
    }

    [Test]
    public async Task Another_customer_s_consultation_does_not_exist() =>
        await Problem(await Prepare(await Customer(), await AwaitingPayment(await Customer())), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");

    [Test]
    public async Task Nothing_is_owed_for_an_analysis_on_a_free_slot()
    {
        var customer = await Customer();
        var problem = await Problem(await Prepare(customer, await Requested(customer)), HttpStatusCode.Conflict, "PAYMENT_NOT_DUE");
        Assert.That(problem.GetProperty("currentStatus").GetString(), Is.EqualTo("REQUESTED"));
    }

    [TestCase("CONTRACT")]
    [TestCase("FINAL")]
    [TestCase("EXTRA")]
    public async Task What_cannot_be_paid_today_is_refused(string purpose) =>
        await Problem(await Prepare(await Customer(), Guid.AllBitsSet, purpose), HttpStatusCode.UnprocessableEntity, "PURPOSE_NOT_PAYABLE");

    [Test]
    public async Task The_first_generation_is_told_apart()
    {
        await using var first = await TestRun.Replica(TestSettings.FirstGeneration);
        var customer = await Customer();
        var response = await first.As(customer).PostAsJsonAsync("/api/payments/prepare", new { purpose = "CONSULTATION", subjectId = await AwaitingPayment(customer) });
        var window = await Body(response);
        Assert.That((window.GetProperty("sdk").GetString(), window.GetProperty("storeId").GetString(), window.GetProperty("channelKey").ValueKind), Is.EqualTo(("V1", "imp00000001", System.Text.Json.JsonValueKind.Null)));
    }

    [Test]
    public async Task Without_an_account_at_the_vendor_nothing_can_be_paid_and_the_rest_works()
    {
        await using var off = await TestRun.Replica(_ => TestSettings.NoPayments);
        var customer = await Customer();
        var response = await off.As(customer).PostAsJsonAsync("/api/payments/prepare", new { purpose = "CONSULTATION", subjectId = await AwaitingPayment(customer) });
        await Problem(response, HttpStatusCode.ServiceUnavailable, "PAYMENTS_UNAVAILABLE");
        Assert.That(response.Headers.RetryAfter, Is.Not.Null);
        await Body(await off.As(customer).GetAsync("/api/payments"));
    }
}
