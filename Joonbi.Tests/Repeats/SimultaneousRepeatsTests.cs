using System.Net;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Repeats;

internal sealed class SimultaneousRepeatsTests : RepeatTest
{
    [Test]
    public async Task Fifty_at_once_submit_one_consultation_and_take_one_free_slot()
    {
        var customer = await Customer();

        await OneAnswer(await AtOnce(() => Post(customer, "/api/consultations", Draft.Analysis())), HttpStatusCode.Created);

        Assert.That((await Count("consultations"), await App.Sql<int>("select sum(taken)::int from campaigns")), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Fifty_at_once_confirm_one_payment()
    {
        var customer = await Customer();
        var payment = await Prepared(customer);
        App.Vendors.PortOne.Pay(payment);

        await OneAnswer(await AtOnce(() => Post(customer, "/api/payments/complete", new { paymentId = payment })), HttpStatusCode.OK);

        Assert.That((await StatusOf(payment), await Count("ledger_entries")), Is.EqualTo(("PAID", 1)));
    }

    [Test]
    public async Task Of_two_cancellations_neither_is_told_that_it_is_cancelled_already()
    {
        var customer = await Customer();
        var cancel = $"/api/consultations/{await Requested(customer)}/cancel";

        await OneAnswer(await AtOnce(() => Post(customer, cancel)), HttpStatusCode.OK);
    }

    [Test]
    public async Task While_the_first_is_under_way_the_next_is_told_when_to_come_again()
    {
        var customer = await Customer();
        var cancel = $"/api/consultations/{await Requested(customer)}/cancel";
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(TestRun.AddressFor("joonbi_owner")));
        await connection.OpenAsync();
        await using var obstacle = await connection.BeginTransactionAsync();
        await new NpgsqlCommand("select from consultations for update", connection).ExecuteNonQueryAsync();
        var first = Post(customer, cancel);
        while (!await App.Sql<bool>("select exists (select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()))"))
            await Task.Delay(5);

        var second = await Refused(await Post(customer, cancel), "IDEMPOTENCY_KEY_IN_USE");
        await obstacle.RollbackAsync();

        Assert.That(second.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(await All(await first), Is.EqualTo(await All(await Post(customer, cancel))));
    }

    private static Task<HttpResponseMessage[]> AtOnce(Func<Task<HttpResponseMessage>> request) =>
        Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(request)));

    /// <summary>Whoever is answered at all is answered alike.</summary>
    private static async Task OneAnswer(IReadOnlyList<HttpResponseMessage> answers, HttpStatusCode status)
    {
        foreach (var busy in answers.Where(answer => answer.StatusCode != status))
            await Refused(busy, "IDEMPOTENCY_KEY_IN_USE");

        var given = await Task.WhenAll(answers.Where(answer => answer.StatusCode == status).Select(All));
        Assert.That(given.Distinct().Count(), Is.EqualTo(1), string.Join('\n', given.Distinct()));
    }
}
