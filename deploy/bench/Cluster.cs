using System.Diagnostics;
using Dapper;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Bench;

/// <summary>A private PostgreSQL of this run, with durable commits as in production.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("joonbi-bench-");
    private Dictionary<string, string> addresses = [];

    public static string Root { get; } = FindRoot();

    public string Owner => addresses["MIGRATION_DATABASE_URL"];
    public string App => addresses["DATABASE_URL"];

    public static async Task<Cluster> Start()
    {
        var cluster = new Cluster();
        cluster.addresses = (await cluster.Script("start", cluster.folder.FullName, "auto"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
        new Migrator(DatabaseAddress.ToConnectionString(cluster.Owner)).Migrate();
        return cluster;
    }

    public async Task Execute(string sql, object? args = null)
    {
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(Owner));
        await connection.ExecuteAsync(sql, args, commandTimeout: 600);
    }

    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? args = null)
    {
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(Owner));
        return (await connection.QueryAsync<T>(sql, args, commandTimeout: 600)).AsList();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Script("stop", folder.FullName);
        folder.Delete(recursive: true);
    }

    private async Task<string> Script(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Root, "deploy/dev/postgres.sh"), args) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException("PostgreSQL could not be started.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Joonbi.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run the bench from its checkout.");

        return folder.FullName;
    }
}
