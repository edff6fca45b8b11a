using System.Net.Http.Headers;
using Dapper;
using Joonbi.Api.Security;
using Joonbi.Infrastructure.Analyses;
using Joonbi.Infrastructure.Consultations;
using Joonbi.Infrastructure.Outbox;
using Joonbi.Infrastructure.Payments;
using Joonbi.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Respawn;

namespace Joonbi.Tests.Support;

/// <summary>
/// The running service as a test may see it: over HTTP, in its database, at its clock, through the calls that reach its
/// vendors. Background work does not run by itself; a test steps it.
/// </summary>
internal sealed class JoonbiApp : IAsyncDisposable
{
    public const string ClawdbotKey = "test-internal-key-0123456789abcdef";
    public static readonly DateTimeOffset Epoch = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly string address;
    private readonly NpgsqlDataSource database;
    private readonly WebApplicationFactory<Program> factory;
    private Respawner? respawner;

    private JoonbiApp(string name, Vendors vendors, IReadOnlyDictionary<string, string> further)
    {
        Vendors = vendors;
        address = DatabaseAddress.ToConnectionString(TestRun.AddressFor("joonbi_owner", name));
        database = NpgsqlDataSource.Create(address);
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in TestSettings.For(name, vendors, Files.FullName).Concat(further))
                host.UseSetting(key, value);

            host.ConfigureTestServices(services =>
            {
                services.RemoveAll<IHostedService>();
                services.RemoveAll<TimeProvider>();
                services.AddSingleton<TimeProvider>(Clock);
            });
        });
    }

    public FakeTimeProvider Clock { get; } = new(Epoch);
    public Vendors Vendors { get; }
    public DirectoryInfo Files { get; } = Directory.CreateTempSubdirectory("joonbi-files-");
    public IServiceProvider Services => factory.Services;

    /// <param name="database">Its name.</param>
    /// <param name="further">Settings that replace the usual ones.</param>
    public static async Task<JoonbiApp> Start(string database, Func<Vendors, Dictionary<string, string>>? further = null)
    {
        var vendors = await Vendors.Start();
        var app = new JoonbiApp(database, vendors, further?.Invoke(vendors) ?? []);
        await using var connection = await app.database.OpenConnectionAsync();
        app.respawner = await Respawner.CreateAsync(connection, new RespawnerOptions
        {
            DbAdapter = DbAdapter.Postgres,
            SchemasToInclude = ["public"],
            TablesToIgnore = ["schema_migrations", "prices", "campaigns", "screening_rules"],
        });
        _ = app.factory.Server;
        return app;
    }

    public HttpClient As(TestUser user) => WithToken(Services.GetRequiredService<AccessTokens>().Issue(user.Id, user.Role, user.SessionId));

    public HttpClient AsClawdbot()
    {
        var client = factory.CreateClient();
        client.DefaultRequestHeaders.Add(InternalKey.Header, ClawdbotKey);
        return client;
    }

    public HttpClient AsNobody() => factory.CreateDefaultClient(new FollowsLinks());

    public HttpClient WithToken(string token) => With(token, AsNobody());

    /// <summary>Sees where it is sent, and stays.</summary>
    public HttpClient Unfollowing(TestUser user) => With(Services.GetRequiredService<AccessTokens>().Issue(user.Id, user.Role, user.SessionId), factory.CreateDefaultClient());

    public async Task<T?> Sql<T>(string sql, object? args = null)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await connection.QuerySingleOrDefaultAsync<T>(sql, args);
    }

    public async Task Execute(string sql, object? args = null)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, args);
    }

    /// <summary>An advisory lock that some other process has until this is disposed; a pooled connection would keep it longer.</summary>
    public async Task<IAsyncDisposable> Hold(long key)
    {
        var other = new NpgsqlConnection(address + ";Pooling=false");
        await other.OpenAsync();
        await other.ExecuteAsync("select pg_advisory_lock(@key)", new { key });
        return other;
    }

    /// <summary>Delivers what is due at this clock, one message after another, and whatever that causes; says how many that were.</summary>
    public Task<int> DeliverOutbox() => Services.GetRequiredService<OutboxDispatcher>().DeliverDue(default);

    /// <summary>Runs something in a scope of its own, as a request would.</summary>
    public async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>One look of the reconciler at every payment whose time has come.</summary>
    public Task Reconcile() => Services.GetRequiredService<Reconciler>().Look(default);

    /// <summary>One look at whether ledger and payments agree.</summary>
    public Task LookAtTheBooks() => Services.GetRequiredService<BookKeeper>().Review(default);

    /// <summary>One look of the watchdog at everything that is overdue.</summary>
    public Task RunWatchdog() => Services.GetRequiredService<Watchdog>().Look(default);

    /// <summary>Tells everyone who watches a consultation what has happened to it.</summary>
    public Task TellWatchers()
    {
        var hub = Services.GetRequiredService<ConsultationHub>();
        hub.Hear(null);
        return hub.Look(default);
    }

    private static HttpClient With(string token, HttpClient client)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Every table as new. A TRUNCATE makes each file of each table and index again, so this is for a class of tests.</summary>
    public async Task Respawn()
    {
        await using var connection = await database.OpenConnectionAsync();
        await respawner!.ResetAsync(connection);
    }

    /// <summary>Removes the few rows of one test: a hundred times quicker than <see cref="Respawn"/>, whatever keys and triggers say.</summary>
    public async Task Reset()
    {
        await Execute(
            """
            do $sweep$
            declare
                swept text;
            begin
                set local session_replication_role = replica;
                for swept in
                    select tablename from pg_tables
                     where schemaname = 'public' and tablename not in ('schema_migrations', 'prices', 'campaigns', 'screening_rules')
                loop
                    execute format('delete from %I', swept);
                end loop;
                update campaigns set taken = 0, active = true where taken > 0 or not active;
            end
            $sweep$
            """);
        Vendors.Reset();
        foreach (var folder in Files.EnumerateDirectories())
            folder.Delete(recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await database.DisposeAsync();
        await Vendors.DisposeAsync();
        Files.Delete(recursive: true);
    }
}

/// <summary>A person who is signed in.</summary>
internal sealed record TestUser(Guid Id, string Email, string Role, Guid SessionId);
