using System.Net.Http.Headers;
using Dapper;
using Joonbi.Api.Security;
using Joonbi.Infrastructure;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Tests.Support;

/// <summary>A test of the service as it is run: a process, a database and vendors of its own, real time.</summary>
[Category("Slow")]
internal abstract class ProcessTest
{
    private readonly DirectoryInfo files = Directory.CreateTempSubdirectory("joonbi-files-");
    private DatabaseOf database = null!;

    protected Vendors Vendors { get; private set; } = null!;
    protected ApiProcess Api { get; private set; } = null!;

    /// <summary>Settings that this test needs otherwise than the others.</summary>
    protected virtual (string Name, string Value)[] Further => [];

    /// <summary>What must be up before the service.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    [OneTimeSetUp]
    public async Task StartTheService()
    {
        await Prepare();
        database = await OpenDatabase();
        Vendors = await Vendors.Start();
        Api = new ApiProcess("", Vendors, files.FullName, [("DATABASE_URL", database.App), .. Further]);
        await Api.Start();
    }

    [OneTimeTearDown]
    public async Task EndTheService()
    {
        if (Api is not null)
            await Api.DisposeAsync();
        if (Vendors is not null)
            await Vendors.DisposeAsync();

        await CloseDatabase();
        files.Delete(recursive: true);
    }

    /// <summary>A database with this version's schema.</summary>
    protected virtual async Task<DatabaseOf> OpenDatabase()
    {
        var name = await TestRun.NewDatabase(GetType().Name.ToLowerInvariant());
        return new DatabaseOf(name, TestRun.AddressFor("joonbi_owner", name), TestRun.AddressFor("joonbi_app", name));
    }

    protected virtual Task CloseDatabase() => TestRun.Drop(database.Name);

    /// <summary>The access token of a customer who is signed in.</summary>
    protected async Task<string> Customer()
    {
        var random = new RandomSource(TimeProvider.System);
        var (id, session) = (random.NextId(), random.NextId());
        await Execute(
            """
            insert into users (id, email, name, role, email_verified_at, created_at, updated_at) values (@id, @id || '@joonbi.test', '김민아', 'CUSTOMER', now(), now(), now());
            insert into sessions (id, user_id, user_agent, ip_address, created_at, last_used_at, expires_at) values (@session, @id, 'test', '127.0.0.1', now(), now(), now() + interval '30 days')
            """,
            new { id, session });
        return new AccessTokens(new JwtSettings(TestSettings.JwtSecret, TimeSpan.FromDays(1), "", TimeSpan.Zero), TimeProvider.System).Issue(id, "CUSTOMER", session);
    }

    protected async Task Execute(string sql, object? args = null)
    {
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(database.Owner));
        await connection.ExecuteAsync(sql, args);
    }

    protected async Task<T?> Sql<T>(string sql, object? args = null)
    {
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(database.Owner));
        return await connection.QuerySingleOrDefaultAsync<T>(sql, args);
    }

    protected static HttpRequestMessage Request(HttpMethod method, string path, string? token = null, HttpContent? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        return request;
    }
}

/// <summary>A database, and its addresses for both roles.</summary>
internal sealed record DatabaseOf(string Name, string Owner, string App);
