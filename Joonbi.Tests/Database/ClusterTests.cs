using System.Net;
using System.Net.Sockets;
using Dapper;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Sandbox;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Database;

/// <summary>A server as db/roles.sql and db/database.sql leave it, migrated: who may do what, and the statistics of statements.</summary>
internal sealed class ClusterTests
{
    private PrivateCluster cluster = null!;

    [OneTimeSetUp]
    public async Task StartTheServer() => cluster = await PrivateCluster.Create();

    [OneTimeTearDown]
    public async Task StopIt() => await cluster.DisposeAsync();

    [TestCase("create table intruder (id int)")]
    [TestCase("create schema intruder")]
    [TestCase("create extension pg_trgm")]
    [TestCase("alter table users add intruder int")]
    [TestCase("truncate sessions")]
    [TestCase("drop view monitor.stuck_work")]
    [TestCase("create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'")]
    [TestCase("alter table ledger_entries disable trigger ledger_entries_append_only")]
    [TestCase("set session_replication_role = replica")]
    [TestCase("update audit_log set action = ''")]
    [TestCase("delete from audit_log")]
    [TestCase("update consultation_events set data = '{}'")]
    [TestCase("delete from consents")]
    [TestCase("update ledger_entries set amount = 0")]
    [TestCase("delete from payment_flags")]
    [TestCase("delete from payments")]
    [TestCase("insert into schema_migrations values ('9999_x.sql', '', now())")]
    [TestCase("create role intruder")]
    [TestCase("set role joonbi_owner")]
    [TestCase("alter table users owner to joonbi_app")]
    [TestCase("copy users to program 'cat'")]
    [TestCase("select * from extensions.pg_stat_statements")]
    [TestCase("select pg_read_file('/etc/passwd')")]
    public void The_program_cannot(string sql) => Assert.That(() => Run(cluster.App, sql), Refused);

    [TestCase("update ledger_entries set amount = 0")]
    [TestCase("delete from payment_flags")]
    [TestCase("create role intruder")]
    [TestCase("select pg_read_file('/etc/passwd')")]
    [TestCase("copy users to program 'cat'")]
    public void Not_even_the_owner_can(string sql) => Assert.That(() => Run(cluster.Owner, sql), Refused);

    [TestCase("select 1 from users")]
    [TestCase("select 1 from extensions.pg_stat_statements")]
    [TestCase("set role joonbi_app")]
    [TestCase("begin; set transaction read write; create table intruder (id int)")]
    [TestCase("begin; set transaction read write; insert into schema_migrations values ('9999_x.sql', '', now())")]
    public void Who_only_reads_cannot(string sql) => Assert.That(() => Run(cluster.ReadOnly, sql), Refused);

    [Test]
    public async Task A_server_that_is_just_starting_is_waited_for_by_a_migration()
    {
        await cluster.Stop();
        NpgsqlConnection.ClearAllPools();
        using var cutOff = new TcpListener(IPAddress.Loopback, new Uri(cluster.Owner).Port);
        cutOff.Start();
        var migrating = Task.Run(() => new Migrator(DatabaseAddress.ToConnectionString(cluster.Owner)).Migrate());
        (await cutOff.AcceptTcpClientAsync()).Dispose();
        cutOff.Stop();

        await cluster.Start();

        Assert.That(await migrating, Is.Empty);
    }

    [Test]
    public async Task Grants_sql_gives_what_the_migrations_gave()
    {
        var migrated = await SchemaPicture.Of(cluster.Owner);
        var grants = await File.ReadAllTextAsync(ProjectFiles.Path("db/grants.sql"));

        await Run(cluster.Owner, grants);
        Assert.That(await SchemaPicture.Of(cluster.Owner), Is.EqualTo(migrated), "it changes nothing where nothing is amiss");

        await Run(cluster.Owner, "revoke all on all tables in schema public, monitor from joonbi_app, joonbi_readonly; revoke all on all sequences in schema public from joonbi_app; revoke all on all functions in schema monitor from joonbi_readonly; revoke all on schema public, monitor from joonbi_app, joonbi_readonly");
        Assert.That(() => Run(cluster.App, "select from users"), Refused);
        await Run(cluster.Owner, grants);
        Assert.That(await SchemaPicture.Of(cluster.Owner), Is.EqualTo(migrated));
    }

    [Test]
    public async Task Slow_paths_tell_of_the_program_and_of_nobody_at_a_prompt()
    {
        await Run(cluster.App, "select count(*) from consultations where project_name = 'secret of a customer'");
        await Run(cluster.Owner, "select count(*) from users where name = 'by hand'");

        var told = await Ask<string>(cluster.ReadOnly, "select statement from monitor.slow_paths");

        Assert.That(told, Has.Some.EqualTo("select count(*) from consultations where project_name = $1"));
        Assert.That(told, Has.None.Contains("by hand").And.None.Contains("secret of").And.None.Contains("from users where name"));
    }

    [Test]
    public async Task Sessions_tell_who_waits_for_whom_and_not_what_is_said()
    {
        await using var first = await Open(cluster.App);
        await using var second = await Open(cluster.App);
        await first.ExecuteAsync("begin; lock table outbox in share row exclusive mode");
        var waits = second.ExecuteAsync("begin; lock table outbox in share row exclusive mode");

        (string Role, int[] BlockedBy)[] waiting = [];
        for (var asked = 0; waiting.Length == 0 && asked < 300; asked++)
        {
            await Task.Delay(100);
            waiting = [.. await Ask<(string, int[])>(cluster.ReadOnly, "select role, blocked_by from monitor.sessions where blocked_by <> '{}'")];
        }

        Assert.That(waiting, Has.Length.EqualTo(1));
        Assert.That((waiting[0].Role, waiting[0].BlockedBy[0]), Is.EqualTo(("joonbi_app", first.ProcessID)));
        await first.ExecuteAsync("rollback");
        await waits;
    }

    [Test]
    public async Task Slow_paths_are_empty_where_the_extension_is_missing()
    {
        await Run(cluster.Superuser("joonbi"), "drop extension pg_stat_statements");

        Assert.That(await Ask<string>(cluster.ReadOnly, "select statement from monitor.slow_paths"), Is.Empty);

        await Run(cluster.Superuser("joonbi"), await File.ReadAllTextAsync(ProjectFiles.Path("db/database.sql")));
        await Run(cluster.App, "select count(*) from prices");
        Assert.That(await Ask<string>(cluster.ReadOnly, "select statement from monitor.slow_paths"), Is.Not.Empty, "and it comes back");
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Refused => Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("42501");

    private static async Task Run(string address, string sql)
    {
        await using var connection = await Open(address);
        await connection.ExecuteAsync(sql);
    }

    private static async Task<IReadOnlyList<T>> Ask<T>(string address, string sql)
    {
        await using var connection = await Open(address);
        return (await connection.QueryAsync<T>(sql)).AsList();
    }

    private static async Task<NpgsqlConnection> Open(string address)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(DatabaseAddress.ToConnectionString(address)) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
