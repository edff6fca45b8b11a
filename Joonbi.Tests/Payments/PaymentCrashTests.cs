using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Infrastructure;
using Joonbi.Tests.PortOne;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Payments;

/// <summary>Two hundred payments and their refunds, while the service is killed at fifty random instants. The vendor keeps books of its own.</summary>
internal sealed class PaymentCrashTests : ProcessTest
{
    private const int Payments = 200;
    private const int Kills = 50;
    private readonly Random random = new(20261124);
    private readonly RandomSource ids = new(TimeProvider.System);

    [Test]
    public async Task Both_books_agree_at_the_end_to_the_won()
    {
        var people = Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Buy(Payments / 10, new Random(random.Next()))));
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(10, 400));
            await Api.Kill();
            await Api.Start();
        }

        await people;
        await ComeToRest();

        Assert.That(await Sql<int>("select count(*)::int from ledger_differences"), Is.Zero);
        foreach (var deal in Vendors.PortOne.Deals)
            Assert.That(await Ours(deal.Reference), Is.EqualTo(deal.Left), deal.Reference);
        Assert.That(await Sql<long>("select coalesce(sum(amount), 0)::bigint from ledger_entries"), Is.EqualTo(Vendors.PortOne.Deals.Sum(deal => deal.Left)));
        Assert.That(await Sql<int>("select count(*)::int from payments where paid > 0"), Is.EqualTo(Payments));
        Assert.That(await Sql<int>("select count(*)::int from consultations where status = 'CANCELLED' and exists (select from payments where consultation_id = consultations.id and paid > refunded)"), Is.Zero);
        Assert.That(await Sql<int>("select count(*)::int from (select from consultation_events where kind = 'PAID' group by consultation_id having count(*) > 1) twice"), Is.Zero);
    }

    /// <summary>One customer, one consultation after another: paid always, told by browser, webhook or nobody, cancelled every third time.</summary>
    private async Task Buy(int times, Random chance)
    {
        var token = await Customer();
        for (var time = 0; time < times; time++)
        {
            var consultation = await Consultation();
            var window = await Insist(() => Request(HttpMethod.Post, "/api/payments/prepare", token, JsonContent.Create(new { purpose = "CONSULTATION", subjectId = consultation })));
            var payment = JsonSerializer.Deserialize<JsonElement>(window).GetProperty("paymentId").GetString()!;
            Vendors.PortOne.Pay(payment);

            if (chance.Next(3) > 0)
                await Try(Request(HttpMethod.Post, "/api/payments/complete", token, JsonContent.Create(new { paymentId = payment })));
            if (chance.Next(2) > 0)
                await Try(SignedNotice.Of(payment, "Transaction.Paid", $"msg-{payment}", TimeProvider.System.GetUtcNow()));
            if (chance.Next(3) == 0)
                await Try(Request(HttpMethod.Post, $"/api/consultations/{consultation}/cancel", token));
        }

        async Task<Guid> Consultation()
        {
            var id = ids.NextId();
            await Execute(
                """
                insert into consultations (id, user_id, kind, status, project_name, description, reference_urls, features, deadline_at, created_at, updated_at)
                select @id, user_id, 'ANALYSIS', 'AWAITING_PAYMENT', '빵집', '빵집', '{https://example.com}', '{}', now() + interval '3 days', now(), now()
                  from sessions where id = @session
                """,
                new { id, session = SessionOf(token) });
            return id;
        }
    }

    /// <summary>What would take hours is due now: checks, leases of killed processes, back-offs.</summary>
    private async Task ComeToRest()
    {
        for (var round = 0; round < 60; round++)
        {
            await Execute("update payments set next_check_at = now() where next_check_at is not null");
            await Execute("update outbox set lease_until = now(), available_at = now() where processed_at is null and failed_at is null and handler in ('SendRefund', 'RefundFeeByRule')");
            await Task.Delay(TimeSpan.FromSeconds(2));
            if (await Sql<int>("select (select count(*) from payments where paid = 0)::int + (select count(*) from outbox where processed_at is null and handler in ('SendRefund', 'RefundFeeByRule'))::int") == 0)
                return;
        }
    }

    private Task<long> Ours(string reference) => Sql<long>("select paid - refunded from payments where id = @id", new { id = Guid.Parse(reference) });

    private static Guid SessionOf(string token) =>
        JsonSerializer.Deserialize<JsonElement>(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(token.Split('.')[1])).GetProperty("sid").GetGuid();

    /// <summary>Whoever wants to pay asks until there is an answer.</summary>
    private async Task<string> Insist(Func<HttpRequestMessage> request)
    {
        while (true)
        {
            if (await Try(request()) is { IsSuccessStatusCode: true } answer)
                return await answer.Content.ReadAsStringAsync();

            await Task.Delay(100);
        }
    }

    /// <summary>A browser that gives up: no answer is no answer.</summary>
    private async Task<HttpResponseMessage?> Try(HttpRequestMessage request)
    {
        try
        {
            return await Api.Http.SendAsync(request);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}
