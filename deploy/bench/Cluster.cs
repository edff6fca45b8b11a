using System.Diagnostics;
using Dapper;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Bench;

/// <summary>One database of the cluster, with this version's schema.</summary>
/// <param name="Owner">Its address for the schema's owner.</param>
/// <param name="App">Its address for the program.</param>
internal record Database(string Owner, string App)
{
    public async Task Execute(string sql, object? args = null)
    {
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(Owner));
        await connection.ExecuteAsync(sql, args, commandTimeout: 3_600);
    }

    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? args = null)
    {
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(Owner));
        return (await connection.QueryAsync<T>(sql, args, commandTimeout: 3_600)).AsList();
    }

    public Database Migrated()
    {
        new Migrator(DatabaseAddress.ToConnectionString(Owner)).Migrate();
        return this;
    }
}

/// <summary>A private PostgreSQL of this run, with durable commits as in production, and its first database.</summary>
internal sealed record Cluster : Database, IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly string superuser;

    private Cluster(DirectoryInfo folder, Dictionary<string, string> addresses) : base(addresses["MIGRATION_DATABASE_URL"], addresses["DATABASE_URL"]) =>
        (this.folder, superuser) = (folder, addresses["SUPERUSER_URL"]);

    public static string Root { get; } = FindRoot();

    public static async Task<Cluster> Start()
    {
        var folder = Directory.CreateTempSubdirectory("joonbi-bench-");
        var addresses = (await Script("start", folder.FullName, "auto"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return (Cluster)new Cluster(folder, addresses).Migrated();
    }

    /// <summary>A further database on the same server.</summary>
    public async Task<Database> Beside(string name)
    {
        await new Database(superuser, superuser).Execute($"create database {name} owner joonbi_owner");
        return new Database(In(Owner, name), In(App, name)).Migrated();
    }

    /// <summary>Has what was seeded written to the disk, which otherwise stands still for minutes just when something is measured.</summary>
    public Task Settle() => new Database(superuser, superuser).Execute("checkpoint;");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Script("stop", folder.FullName);
        folder.Delete(recursive: true);
    }

    private static async Task<string> Script(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Root, "deploy/dev/postgres.sh"), args) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException("PostgreSQL could not be started.");
    }

    private static string In(string address, string database) => new UriBuilder(address) { Path = database }.Uri.ToString();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Joonbi.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run the bench from its checkout.");

        return folder.FullName;
    }
}
