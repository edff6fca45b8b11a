using Dapper;
using DbUp.Engine;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Support;
using Npgsql;

namespace Joonbi.Tests.Database;

/// <summary>A test with an empty database of its own, as the schema's owner.</summary>
internal abstract class DatabaseTest
{
    private string database = null!;

    protected string Owner { get; private set; } = null!;

    protected string ConnectionString => DatabaseAddress.ToConnectionString(Owner);

    [SetUp]
    public async Task MakeAnEmptyDatabase()
    {
        database = await TestRun.EmptyDatabase("own");
        Owner = TestRun.AddressFor("joonbi_owner", database);
    }

    [TearDown]
    public Task DropIt() => TestRun.Drop(database);

    /// <summary>Scripts numbered in the order given.</summary>
    protected static IReadOnlyList<SqlScript> Scripts(params string[] contents) =>
        [.. contents.Select((sql, index) => new SqlScript($"{index + 1:0000}_script.sql", sql))];

    protected async Task<NpgsqlConnection> Connect()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    protected async Task<T?> Sql<T>(string sql)
    {
        await using var connection = await Connect();
        return await connection.QuerySingleOrDefaultAsync<T>(sql);
    }

    protected async Task Execute(string sql)
    {
        await using var connection = await Connect();
        await connection.ExecuteAsync(sql);
    }

    protected static async Task Until(Func<Task<bool>> condition, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            Assert.That(patience.IsCancellationRequested, Is.False, what);
            await Task.Delay(10);
        }
    }
}
