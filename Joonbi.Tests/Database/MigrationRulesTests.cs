using Dapper;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Sandbox;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Database;

/// <summary>Migrations run beside the traffic and before the new program: what that forbids, each rule shown on a script that breaks it.</summary>
internal sealed class MigrationRulesTests
{
    /// <summary>Up to here the scripts are one release, which found no table to lock.</summary>
    private const int FirstRelease = 18;

    private string database = null!;
    private NpgsqlConnection connection = null!;

    [OneTimeSetUp]
    public async Task MakeTheFirstRelease()
    {
        database = await TestRun.EmptyDatabase("rules");
        var address = DatabaseAddress.ToConnectionString(TestRun.AddressFor("joonbi_owner", database));
        new Migrator(address, [.. MigrationScripts.All.Take(FirstRelease)]).Migrate();
        connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address) { Options = MigrationSession.Bounds, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
    }

    [OneTimeTearDown]
    public async Task DropIt()
    {
        await connection.DisposeAsync();
        await TestRun.Drop(database);
    }

    [Test, Order(1)]
    public async Task Every_script_since_the_first_release_keeps_the_rules()
    {
        foreach (var script in MigrationScripts.All.Skip(FirstRelease))
        {
            if (!MigrationScripts.IsTransactional(script.Contents))
            {
                Assert.That(await Inspection.Inspect(connection, script.Contents), Is.Empty, script.Name);
                foreach (var command in MigrationScripts.Commands(script.Contents))
                    await connection.ExecuteAsync(command);

                continue;
            }

            await using var transaction = await connection.BeginTransactionAsync();
            Assert.That(await Inspection.Inspect(connection, script.Contents), Is.Empty, script.Name);
            await transaction.CommitAsync();
        }
    }

    [TestCase("blocking-index", "create index slow on users (name)")]
    [TestCase("blocking-index", "do $$ begin execute 'create unique index slow on users (phone)'; end $$")]
    [TestCase("blocking-index", "alter table files add constraint files_named unique (file_name)")]
    [TestCase("rewrite", "-- contract: nothing reads it\nalter table users alter column version type bigint")]
    [TestCase("rewrite", "alter table users add column lucky uuid not null default gen_random_uuid()")]
    [TestCase("rewrite", "-- rows: all\ntruncate table outbox")]
    [TestCase("not-valid-first", "alter table users add constraint users_phone_length check (char_length(phone) < 30)")]
    [TestCase("not-valid-first", "alter table payments add constraint payments_of_users foreign key (subject_id) references users")]
    [TestCase("not-valid-first", "alter table users add column boss uuid constraint users_boss references users")]
    [TestCase("not-null", "alter table users alter column phone set not null")]
    [TestCase("contract", "alter table users drop column phone")]
    [TestCase("contract", "alter table users rename column phone to telephone")]
    [TestCase("contract", "alter table outbox rename to letters")]
    [TestCase("contract", "drop view ledger_differences cascade")]
    [TestCase("contract", "drop function forget_timeline(uuid)")]
    [TestCase("contract", "alter table sessions alter column user_agent type varchar(500)")]
    [TestCase("lock-order", "alter table users add column a int; alter table sessions add column b int")]
    [TestCase("rows", "update users set name = trim(name)")]
    [TestCase("rows", "do $$ begin delete from outbox where processed_at is not null; end $$")]
    [TestCase("unbounded", "set local lock_timeout = 0")]
    [TestCase("unbounded", "set local lock_timeout = '1min'")]
    [TestCase("unbounded", "set local statement_timeout = 0")]
    [TestCase("own-transaction", "commit; begin")]
    [TestCase("lock-table", "lock table users in access exclusive mode")]
    [TestCase("schema-name", "create table public.intruders (id int)")]
    [TestCase("no-transaction", "-- no transaction\ncreate index concurrently slow on users (name);")]
    [TestCase("no-transaction", "-- no transaction\ndrop index concurrently if exists other;\ncreate index concurrently slow on users (name);")]
    [TestCase("no-transaction", "-- no transaction\ndrop index concurrently if exists slow;\ncreate index slow on users (name);")]
    [TestCase("no-transaction", "-- no transaction\nalter table users add column a int;")]
    public async Task Refuses(string rule, string script) =>
        Assert.That(await InspectAndUndo(script), Has.Some.StartsWith($"{rule}: "));

    [TestCase("create table badges (id uuid primary key, user_id uuid not null references users, name text not null); create index badges_user on badges (user_id)")]
    [TestCase("alter table users add column nickname text")]
    [TestCase("alter table users add column logins int not null default 0")]
    [TestCase("alter table users add constraint users_phone_length check (char_length(phone) < 30) not valid")]
    [TestCase("alter table payments add constraint payments_of_users foreign key (subject_id) references users not valid")]
    [TestCase("-- contract: nothing reads it since 0.2\nalter table users drop column phone")]
    [TestCase("-- rows: 25, the price table\nupdate prices set position = position + 1")]
    [TestCase("comment on table users is '사람'")]
    [TestCase("create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$")]
    [TestCase("-- no transaction\n-- Both at once.\ndrop index concurrently if exists quick;\ncreate index concurrently quick\n    on users (name);\ndrop index concurrently if exists quicker;\ncreate unique index concurrently quicker on users (phone) where phone is not null;")]
    public async Task Lets_pass(string script) =>
        Assert.That(await InspectAndUndo(script), Is.Empty);

    [Test]
    public async Task Lets_a_constraint_be_validated_and_prove_that_nothing_is_null()
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("alter table users add constraint users_phone_known check (phone is not null) not valid");

        Assert.That(await Inspection.Inspect(connection, "alter table users validate constraint users_phone_known"), Is.Empty);
        Assert.That(await Inspection.Inspect(connection, "alter table users alter column phone set not null"), Is.Empty);
    }

    [Test]
    public void Every_script_has_a_note_on_how_it_is_undone()
    {
        var notes = Directory.EnumerateFiles(ProjectFiles.Path("db/rollback")).Select(Path.GetFileName);
        Assert.That(notes, Is.EquivalentTo(MigrationScripts.All.Select(script => script.Name)), "db/rollback/<name of the script>");
        foreach (var note in Directory.EnumerateFiles(ProjectFiles.Path("db/rollback")).Select(File.ReadAllText))
            Assert.That(note, Does.Match("^-- 프로그램만 되돌릴 때: [^\n]+\n-- 구조를 되돌리면 잃는 것: "));
    }

    private async Task<IReadOnlyList<string>> InspectAndUndo(string script)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        return await Inspection.Inspect(connection, script);
    }
}
