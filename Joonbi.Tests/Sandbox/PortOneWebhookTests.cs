using System.Collections.Concurrent;
using Joonbi.Application;
using Joonbi.Application.Payments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Joonbi.Tests.Sandbox;

/// <summary>What the sandbox tells the service of a payment, and how: our own verifier takes it.</summary>
internal sealed class PortOneWebhookTests : SandboxPortOne
{
    private readonly ConcurrentQueue<RawNotice> heard = [];
    private WebApplication service = null!;
    private int refusals;

    protected override (string, string)[] Settings => [.. Second, ("JOONBI_API_URL", service.Urls.Single())];

    [OneTimeSetUp]
    public async Task Listen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        service = builder.Build();
        service.Urls.Add("http://127.0.0.1:0");
        service.MapPost("/api/payments/webhook", Take);
        await service.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Hush() => await service.DisposeAsync();

    [SetUp]
    public void Forget()
    {
        heard.Clear();
        refusals = 0;
    }

    [TestCase("now", "Transaction.Ready Transaction.Paid")]
    [TestCase("swapped", "Transaction.Paid Transaction.Ready")]
    public async Task Signed_ones_come_in_the_order_that_was_asked_for_and_verify(string manner, string types)
    {
        await Press("success", webhook: manner);

        Assert.That(() => heard.Count, Is.EqualTo(2).After(5_000, 20));
        Assert.That(string.Join(' ', heard.Select(Type)), Is.EqualTo(types));
        foreach (var notice in heard)
            Assert.That(V2().Read(notice), Is.EqualTo(new PaymentNotice(notice.Headers["webhook-id"], new PaymentKey(Reference, null))));
    }

    [Test]
    public async Task Twice_is_the_same_delivery_twice()
    {
        await Press("fail", webhook: "twice");
        Assert.That(() => heard.Count, Is.EqualTo(4).After(5_000, 20));
        Assert.That(heard.GroupBy(notice => notice.Headers["webhook-id"]).Select(same => same.Count()), Is.EqualTo((int[])[2, 2]));
    }

    [TestCase("late")]
    [TestCase("never")]
    public async Task Late_ones_and_none_are_not_there_at_once(string manner)
    {
        await Press("success", webhook: manner);
        await Task.Delay(600);
        Assert.That(heard, Is.Empty);
    }

    [Test]
    public async Task A_cancellation_is_told_with_its_id()
    {
        var deal = await Press("success");
        var answer = (RefundAnswer.Taken)await V2().Refund(Order(deal.TransactionId, 1_000, 100_000), null, default);
        Assert.That(() => heard.Count, Is.EqualTo(1).After(5_000, 20));
        Assert.That((Type(heard.Single()), Data(heard.Single()).GetProperty("cancellationId").GetString()), Is.EqualTo(("Transaction.PartialCancelled", answer.Cancellation.Id)));
    }

    [Test]
    public async Task One_that_is_refused_comes_again_as_the_same_delivery()
    {
        refusals = 1;
        await Press("close", webhook: "now");
        Assert.That(() => heard.Count, Is.EqualTo(2).After(10_000, 50));
        Assert.That(heard.Select(notice => notice.Headers["webhook-id"]).Distinct().Count(), Is.EqualTo(1));
    }

    private static string? Type(RawNotice notice) => Json(notice).GetProperty("type").GetString();

    private static System.Text.Json.JsonElement Data(RawNotice notice) => Json(notice).GetProperty("data");

    private static System.Text.Json.JsonElement Json(RawNotice notice) => System.Text.Json.JsonDocument.Parse(notice.Body).RootElement;

    private async Task<IResult> Take(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        heard.Enqueue(new RawNotice(request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), body.ToArray()));
        return Results.StatusCode(Interlocked.Decrement(ref refusals) >= 0 ? 503 : 200);
    }
}
