using System.Diagnostics;
using Dapper;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Tests.Database;

/// <summary>How scripts are run, seen on scripts made for it.</summary>
internal sealed class MigratorTests : DatabaseTest
{
    private const string Table = "create table things (id int primary key, name text)";

    private const string Index =
        """
        -- no transaction: an index beside the traffic
        drop index concurrently if exists things_name;
        create index concurrently things_name on things (name);
        """;

    [Test]
    public async Task Leaves_nothing_of_a_script_that_fails()
    {
        var migrator = new Migrator(ConnectionString, Scripts(Table, "create table more (id int); select 1 / 0"));

        Assert.That(Assert.Throws<InvalidOperationException>(() => migrator.Migrate())!.Message, Does.Contain("0002_script.sql").And.Contain("division by zero"));

        Assert.That(await Sql<string>("select to_regclass('things') || ' ' || coalesce(to_regclass('more')::text, 'none') || ' ' || (select count(*) from schema_migrations)"), Is.EqualTo("things none 1"));
    }

    [Test]
    public void Lets_a_script_take_longer_than_a_request_may()
    {
        var hasty = new NpgsqlConnectionStringBuilder(ConnectionString) { CommandTimeout = 1 }.ConnectionString;

        Assert.That(new Migrator(hasty, Scripts("select pg_sleep(1.5)")).Migrate(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Gives_way_to_the_traffic_and_tries_again()
    {
        new Migrator(ConnectionString, Scripts(Table)).Migrate();
        await using var report = await Connect();
        var transaction = await report.BeginTransactionAsync();
        await report.ExecuteAsync("select from things");

        var migration = Task.Run(() => new Migrator(ConnectionString, Scripts(Table, "alter table things add column size int")).Migrate());
        await Until(() => Sql<bool>("select exists (select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()))"), "the script waits for the report");
        var watch = Stopwatch.StartNew();
        await Execute("select from things");
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)), "a request that queues behind the script gets through though the report goes on");
        await transaction.RollbackAsync();

        Assert.That(await migration, Is.EqualTo(new[] { "0002_script.sql" }));
    }

    [Test]
    public void Is_told_other_bounds_by_the_variable_that_psql_reads()
    {
        Environment.SetEnvironmentVariable("PGOPTIONS", "-c statement_timeout=200ms");
        try
        {
            Assert.That(() => new Migrator(ConnectionString, Scripts("select pg_sleep(5)")).Migrate(), Throws.InvalidOperationException.With.Message.Contains("statement timeout"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PGOPTIONS", null);
        }
    }

    [Test]
    public async Task Completes_an_index_whose_building_was_cut_off()
    {
        new Migrator(ConnectionString, Scripts(Table)).Migrate();
        await using var reader = await Connect();
        var transaction = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await reader.ExecuteAsync("select from things");
        var migration = Task.Run(() => new Migrator(ConnectionString, Scripts(Table, Index)).Migrate());
        await Until(() => Sql<bool>("select exists (select from pg_index where indexrelid = to_regclass('things_name'))"), "the build has begun and waits for the reader");
        await Until(() => Sql<bool>("select coalesce(bool_or(pg_terminate_backend(pid)), false) from pg_stat_activity where application_name = 'joonbi-migrate' and query like '%create index%' and datname = current_database()"), "it was cut off");
        Assert.ThrowsAsync<InvalidOperationException>(() => migration.WaitAsync(TimeSpan.FromSeconds(30)));
        await transaction.RollbackAsync();
        Assert.That(await Sql<bool>("select indisvalid from pg_index where indexrelid = 'things_name'::regclass"), Is.False, "half of it is there");

        Assert.That(new Migrator(ConnectionString, Scripts(Table, Index)).Migrate(), Is.EqualTo(new[] { "0002_script.sql" }));

        Assert.That(await Sql<bool>("select indisvalid from pg_index where indexrelid = 'things_name'::regclass"), Is.True);
    }

    [Test]
    public async Task Two_starters_do_not_keep_an_index_build_waiting()
    {
        await using var reader = await Connect();
        var transaction = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await reader.ExecuteAsync("select 1");

        // The build waits for every transaction; a starter that waited for it inside the server would be one, for ever.
        var starters = Enumerable.Range(0, 3).Select(_ => Task.Run(() => new Migrator(ConnectionString, Scripts(Table, Index)).Migrate())).ToArray();
        await Until(() => Sql<bool>("select to_regclass('things_name') is not null"), "the build has begun");
        await transaction.RollbackAsync();

        var ran = await Task.WhenAll(starters).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That(ran.SelectMany(names => names), Is.EquivalentTo(new[] { "0001_script.sql", "0002_script.sql" }));
        Assert.That(await Sql<bool>("select indisvalid from pg_index where indexrelid = 'things_name'::regclass"), Is.True);
    }
}
