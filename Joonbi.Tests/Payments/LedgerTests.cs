using Joonbi.Application;
using Joonbi.Domain.Payments;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Joonbi.Tests.Payments;

/// <summary>The books as the database keeps them: what was written stays, and what does not add up is not committed.</summary>
internal sealed class LedgerTests : ApiTest
{
    [Test]
    public async Task Every_won_that_came_or_went_back_is_an_entry()
    {
        var payment = await Stored();
        await Change(payment, payment => payment.Hear(Bill.Right(payment)));
        await Change(payment, payment => payment.Hear(Bill.Right(payment) with { TransactionId = "tx-2", Total = 1 }));
        await Change(payment, payment => payment.Answered(payment.Refunds[0].Id, Bill.Gone(1), Bill.Policy, Bill.Random, Bill.Now));
        await Change(payment, payment => payment.Return(30_000, "일부", payment.UserId, Bill.Random, Bill.Now));
        await Change(payment, payment => payment.Answered(payment.Refunds[1].Id, Bill.Gone(30_000, "c-2"), Bill.Policy, Bill.Random, Bill.Now));

        Assert.That(await App.Sql<string>("select string_agg(kind || ' ' || amount, ', ' order by seq) from ledger_entries"), Is.EqualTo("PAYMENT 100000, FLAG 1, FLAG_REFUND -1, REFUND -30000"));
        Assert.That(await App.Sql<int>("select count(*)::int from ledger_differences"), Is.Zero);
    }

    [TestCase("update payments set paid = amount, status = 'PAID', paid_at = now(), transaction_id = 'forged'")]
    [TestCase("insert into ledger_entries (payment_id, kind, amount, currency, at) select id, 'PAYMENT', 1, 'KRW', now() from payments")]
    [TestCase("insert into payment_flags (id, payment_id, transaction_id, reason, moved, currency, at) select gen_random_uuid(), id, 'x', 'AMOUNT', 5, 'KRW', now() from payments")]
    public async Task A_state_without_its_entry_and_an_entry_without_its_state_cannot_be_committed(string sql)
    {
        await Stored();
        Assert.That(Assert.ThrowsAsync<PostgresException>(() => App.Execute(sql))!.SqlState, Is.EqualTo("23514"));
    }

    [TestCase("update ledger_entries set amount = 1")]
    [TestCase("delete from ledger_entries")]
    [TestCase("update payment_flags set moved = 0")]
    public async Task Not_even_the_owner_changes_what_was_written(string sql)
    {
        var payment = await Stored();
        await Change(payment, payment => payment.Hear(Bill.Right(payment)));
        Assert.That(Assert.ThrowsAsync<PostgresException>(() => App.Execute(sql))!.MessageText, Does.Contain("append-only"));
    }

    [TestCase("update payments set status = 'REFUNDED'")]
    [TestCase("update payments set paid = 1")]
    [TestCase("update payments set refunded = 1")]
    [TestCase("update payments set amount = 0")]
    public async Task A_status_that_its_money_does_not_bear_out_is_refused(string sql)
    {
        await Stored();
        Assert.That(Assert.ThrowsAsync<PostgresException>(() => App.Execute(sql))!.SqlState, Is.EqualTo("23514"));
    }

    [Test]
    public async Task A_payment_is_read_back_as_it_was_stored()
    {
        var payment = await Stored();
        await Change(payment, payment => payment.Hear(Bill.Right(payment) with { Total = 1, Currency = "USD" }));
        await Change(payment, payment => payment.Refused(payment.Refunds[0].Id, "PG_PROVIDER", false, false, Bill.Random, Bill.Now));

        await Change(payment, read => Assert.Multiple(() =>
        {
            Assert.That((read.Status, read.Version, read.Flags[0].Currency), Is.EqualTo((PaymentStatus.Failed, 2, "USD")));
            Assert.That((read.Refunds[0].Tries, read.Refunds[0].FlagId, read.Refunds[0].CreatedAt), Is.EqualTo((1, (Guid?)read.Flags[0].Id, Bill.Now)));
        }));
    }

    private static async Task<Guid> Stored()
    {
        var customer = await Customer();
        var payment = Payment.Prepare(Bill.Random.NextId(), customer.Id, PaymentPurpose.Consultation, await Requested(customer), "분석 상담", Bill.Fee, Bill.Policy, Bill.Now);
        await Transact(services => services.GetRequiredService<IPaymentRepository>().Add(payment, default));
        return payment.Id;
    }

    private static Task Change(Guid id, Action<Payment> change) => Transact(async services =>
    {
        var payments = services.GetRequiredService<IPaymentRepository>();
        var payment = (await payments.Find(id, default))!;
        change(payment);
        await payments.Save(payment, default);
    });

    private static Task Transact(Func<IServiceProvider, Task> work) => App.InScope(async services =>
    {
        await work(services);
        await services.GetRequiredService<IUnitOfWork>().Commit(default);
        return true;
    });
}
