using Dapper;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Tests.Support;

/// <summary>
/// One real PostgreSQL database for the whole run: made and migrated by the owner's role, used by the program's role, dropped
/// at the end. Started by the first test that asks, so that tests of pure code need no database at all.
/// </summary>
internal static class TestRun
{
    private const string Default = "postgresql://postgres@127.0.0.1:5440/postgres";
    private static readonly string Server = Environment.GetEnvironmentVariable("JOONBI_TEST_DB") ?? Default;
    private static readonly string Name = $"joonbi_test_{Environment.ProcessId}";
    private static readonly Lazy<Task<JoonbiApp>> Started = new(Start);
    private static readonly Lazy<Task<S3Server>> Bucket = new(() => S3Server.Start());
    private static readonly Lazy<Task<JoonbiApp>> StartedOnS3 = new(StartOnS3);

    public static Task<JoonbiApp> App => Started.Value;

    /// <summary>The same service on the same database, with its files in a bucket.</summary>
    public static Task<JoonbiApp> OnS3 => StartedOnS3.Value;

    /// <summary>The bucket of the run.</summary>
    public static Task<S3Server> S3 => Bucket.Value;

    /// <summary>The address of the run's database for that role.</summary>
    public static string AddressFor(string role, string? database = null) =>
        new UriBuilder(Server) { UserName = role, Path = database ?? Name, Query = "schema=public" }.Uri.ToString();

    /// <summary>A further database with this version's schema, for a test that must stop, break or fill one.</summary>
    public static async Task<string> NewDatabase(string suffix)
    {
        var name = await EmptyDatabase(suffix);
        new Migrator(DatabaseAddress.ToConnectionString(AddressFor("joonbi_owner", name))).Migrate();
        return name;
    }

    /// <summary>A database that nobody has migrated yet.</summary>
    public static async Task<string> EmptyDatabase(string suffix)
    {
        var name = $"{Name}_{suffix}";
        await Create(name);
        return name;
    }

    /// <summary>Another process of the service on the run's own database, with vendors of its own.</summary>
    public static async Task<JoonbiApp> Replica(Func<Vendors, Dictionary<string, string>>? further = null)
    {
        _ = await App;
        return await JoonbiApp.Start(Name, further);
    }

    public static async Task Drop(string name)
    {
        NpgsqlConnection.ClearAllPools();
        await Execute($"drop database if exists {name} with (force)");
    }

    public static async Task Stop()
    {
        if (StartedOnS3 is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await OnS3).DisposeAsync();
        if (Bucket is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await S3).DisposeAsync();
        if (!Started.IsValueCreated)
            return;

        if (Started.Value.IsCompletedSuccessfully)
            await (await App).DisposeAsync();

        await Drop(Name);
    }

    private static async Task<JoonbiApp> Start()
    {
        await Create(Name);
        new Migrator(DatabaseAddress.ToConnectionString(AddressFor("joonbi_owner"))).Migrate();
        return await JoonbiApp.Start(Name);
    }

    private static async Task<JoonbiApp> StartOnS3()
    {
        var server = await S3;
        return await Replica(_ => server.Settings);
    }

    private static async Task Create(string name)
    {
        await Execute(
            """
            do $$ begin
                perform pg_advisory_xact_lock(4711);
                if not exists (select from pg_roles where rolname = 'joonbi_owner') then create role joonbi_owner login createdb; end if;
                if not exists (select from pg_roles where rolname = 'joonbi_app') then create role joonbi_app login; end if;
                if not exists (select from pg_roles where rolname = 'joonbi_readonly') then create role joonbi_readonly login; end if;
            end $$
            """);
        // One password for all: a test changes roles by changing the name.
        if (new Uri(Server).UserInfo.Split(':') is [_, var password])
            await Execute($"alter role joonbi_readonly password '{Uri.UnescapeDataString(password)}'");

        await Execute($"create database {name} owner joonbi_owner");
        await Execute("grant set on parameter session_replication_role to joonbi_owner");
    }

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(Server));
        try
        {
            await connection.OpenAsync();
        }
        catch (NpgsqlException unreachable)
        {
            throw new InvalidOperationException("The tests need PostgreSQL 15 or newer: run ./joonbi test, or set JOONBI_TEST_DB to a superuser's address.", unreachable);
        }

        await connection.ExecuteAsync(sql);
    }
}

/// <summary>Ends the run; begins nothing.</summary>
[SetUpFixture]
internal sealed class RunEnds
{
    [OneTimeTearDown]
    public Task Stop() => TestRun.Stop();
}
