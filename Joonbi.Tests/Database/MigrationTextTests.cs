using Dapper;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Database;

/// <summary><c>migrate --script</c>: what a DBA reads and applies by hand is what the program would have done.</summary>
internal sealed class MigrationTextTests : DatabaseTest
{
    [Test]
    public async Task By_hand_comes_out_the_same_as_by_the_program()
    {
        await Apply(new Migrator(ConnectionString).Script());

        Assert.That(new Migrator(ConnectionString).Inspect(), Has.All.Matches<MigrationState>(state => state is { Applied: true, Unchanged: true, Known: true }));
        _ = await TestRun.App;
        Assert.That(await SchemaPicture.Of(Owner), Is.EqualTo(await SchemaPicture.Of(TestRun.AddressFor("joonbi_owner"))));
        Assert.That(new Migrator(ConnectionString).Script(), Does.Not.Contain("create table users"), "nothing is left to do");
    }

    [Test]
    public async Task Holds_the_lock_and_the_bounds_that_the_program_holds()
    {
        var text = new Migrator(ConnectionString, Scripts("create table things (id int)", "-- no transaction\ncreate index concurrently things_id on things (id);")).Script();

        Assert.That(text, Does.Contain("\\set ON_ERROR_STOP on").And.Contain("select pg_advisory_lock(81704493400649);").And.Contain("set statement_timeout = '15min';\nset idle"));
        Assert.That(text, Does.Contain("set client_connection_check_interval = '2s';\n-- no transaction\ncreate index"), "and no begin before what cannot be in a transaction");
        await Apply(text);
        Assert.That(await Sql<int>("select count(*)::int from schema_migrations"), Is.EqualTo(2));
    }

    /// <summary>As psql sends it: each statement alone, but for the line that psql keeps to itself.</summary>
    private async Task Apply(string text)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        foreach (var part in text.Replace("\\set ON_ERROR_STOP on\n", "").Replace("create index concurrently", "\f create index concurrently").Replace("\ninsert into schema_migrations", "\n\f insert into schema_migrations").Replace("\nbegin;", "\n\fbegin;\f").Replace("\ncommit;", "\n\fcommit;\f").Split('\f'))
            await connection.ExecuteAsync(part);
    }
}
