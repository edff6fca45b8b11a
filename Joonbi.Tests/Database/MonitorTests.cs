using Dapper;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Database;

/// <summary>The views of <c>monitor</c>, as joonbi_readonly sees them.</summary>
internal sealed class MonitorTests : ApiTest
{
    /// <summary>The only columns with words in them that a view may show: words of ours, never of a person's.</summary>
    private static readonly string[] OurWords =
    [
        "consultations.status", "outbox.lane", "outbox.event_type", "outbox.handler", "payments.status", "refunds.status",
        "payment_flags.reason", "payment_flags.currency", "schema_migrations.name", "schema_migrations.checksum",
    ];

    [Test]
    public async Task Names_what_is_stuck_and_what_to_look_at()
    {
        var consultation = await Requested(await Customer());
        await App.Execute(
            """
            update consultations set deadline_at = now() - interval '1 hour';
            update outbox set available_at = now() + interval '1 day';
            update outbox set failed_at = now(), last_error = 'kim@example.com' where lane = 'DISCORD';
            """);

        var stuck = await Look<(string What, Guid Id, string Hint)>("select what, id, hint from monitor.stuck_work");

        Assert.That(stuck.Select(row => row.What), Is.EquivalentTo(new[] { "CONSULTATION", "DEAD_LETTER" }));
        Assert.That(stuck.Single(row => row.What == "CONSULTATION").Id, Is.EqualTo(consultation));
        Assert.That(await Look<string>("select event_type from monitor.dead_letters"), Is.EqualTo(new[] { "AnalysisQueued" }));
        Assert.That(await Look<long>("select dead from monitor.outbox_lanes where lane = 'DISCORD'"), Is.EqualTo(new[] { 1L }));
    }

    [Test]
    public async Task Knows_every_lane() =>
        Assert.That(await Look<string>("select lane from monitor.outbox_lanes"), Is.EquivalentTo(Enum.GetNames<Application.Lane>().Select(name => name.ToUpperInvariant())));

    [Test]
    public async Task Holds_no_word_of_a_person() =>
        Assert.That(
            await App.Sql<string[]>(
                """
                select coalesce(array_agg(distinct table_name || '.' || column_name), '{}')
                  from information_schema.view_column_usage
                  join information_schema.columns using (table_schema, table_name, column_name)
                 where view_schema = 'monitor' and table_schema = current_schema() and data_type not in ('uuid', 'bigint', 'integer', 'numeric', 'boolean', 'timestamp with time zone')
                """),
            Is.SubsetOf(OurWords));

    [Test]
    public async Task Every_view_can_be_read_and_nothing_behind_it()
    {
        foreach (var view in await Look<string>("select viewname from pg_views where schemaname = 'monitor'"))
            await Look<object>($"select * from monitor.{view}");

        foreach (var forbidden in new[] { "select 1 from users", "select 1 from outbox", "select 1 from ledger_differences", "select pg_read_file('postgresql.conf')", "create table monitor.intruder (id int)", "create view monitor.intruder as select 1", "delete from monitor.migrations", "select monitor.read_sessions() from audit_log" })
            Assert.That(() => Look<object>(forbidden), Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("42501"), forbidden);
    }

    private static async Task<IReadOnlyList<T>> Look<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(TestRun.AddressFor("joonbi_readonly")));

        // Its transactions are read-only until it says otherwise: what keeps it out is that it has no right.
        await connection.ExecuteAsync("set default_transaction_read_only = off");
        return (await connection.QueryAsync<T>(sql)).AsList();
    }
}
