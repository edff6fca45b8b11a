using Dapper;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Monitoring;

/// <summary>A service that starts where things have gone wrong says so.</summary>
internal sealed class FigureTests : ProcessTest
{
    private NpgsqlConnection? other;

    /// <summary>With an analysis that nobody began, a deadline whose row somebody else holds, a flag, and refunds that failed and that wait.</summary>
    protected override async Task<DatabaseOf> OpenDatabase()
    {
        var database = await base.OpenDatabase();
        other = new NpgsqlConnection(DatabaseAddress.ToConnectionString(database.Owner));
        await other.OpenAsync();
        await other.ExecuteAsync(
            """
            begin;
            -- Past the books' guard, as a restored backup would come.
            set local session_replication_role = replica;
            insert into users (id, email, name, role, email_verified_at, created_at, updated_at) values (gen_random_uuid(), 'one@joonbi.test', '김민아', 'CUSTOMER', now(), now(), now());
            insert into consultations (id, user_id, kind, status, project_name, description, reference_urls, features, triggers, triggered_at, deadline_at, created_at, updated_at)
            select gen_random_uuid(), users.id, 'ANALYSIS', 'REQUESTED', '빵집', '빵집', '{}', '{}', triggers, now() - interval '2 hours', deadline, now(), now()
              from users, (values (100, null), (1, now() - interval '2 hours')) as made (triggers, deadline);
            insert into payments (id, user_id, purpose, subject_id, order_name, amount, status, paid, transaction_id, paid_at, created_at, updated_at)
            select gen_random_uuid(), user_id, 'CONSULTATION', id, '분석 상담', 100000, 'PAID', 100000, 'tx', now(), now(), now() from consultations where triggers = 100;
            insert into payment_flags (id, payment_id, reason, moved, currency, at) select gen_random_uuid(), id, 'AMOUNT', 0, 'KRW', now() from payments;
            insert into refunds (id, payment_id, transaction_id, amount, cause, status, created_at, settled_at)
            select gen_random_uuid(), id, 'tx', amount, 'BY_ADMIN', made.status, now() - interval '3 hours', settled
              from payments, (values ('FAILED', now()), ('REQUESTED', null)) as made (status, settled);
            commit;
            begin;
            select id from consultations where deadline_at is not null for update
            """);
        return database;
    }

    protected override async Task CloseDatabase()
    {
        await other!.DisposeAsync();
        await base.CloseDatabase();
    }

    [TestCase("analyses_not_started", 1, 1)]
    [TestCase("deadlines_overdue_seconds", 7200, 7300)]
    [TestCase("payment_flags", 1, 1)]
    [TestCase("refunds_failed", 1, 1)]
    [TestCase("refunds_oldest_seconds", 10800, 10900)]
    [TestCase("ledger_differences", 1, 1)]
    [TestCase("database_up", 1, 1)]
    public async Task Tells(string name, int from, int to)
    {
        double? figure = null;
        for (var patience = 0; patience < 100 && !(figure >= from); patience++)
        {
            await Task.Delay(100);
            figure = (await Exposition.Of(Api.Http)).Value(name);
        }

        Assert.That(figure, Is.InRange(from, to));
    }

    [Test]
    public async Task A_status_that_nobody_has_is_a_zero()
    {
        var told = await Exposition.Of(Api.Http);

        Assert.That((told.Value("payments", "status", "PAID"), told.Value("payments", "status", "REFUNDED")), Is.EqualTo((1.0, 0.0)));
    }
}
