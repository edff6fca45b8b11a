using System.Diagnostics;
using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Sandbox;

namespace Joonbi.Tests.Support;

/// <summary>A PostgreSQL server that belongs to one test, which may stop it and start it again on the same port.</summary>
internal sealed class PrivateCluster : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("joonbi-cluster-");
    private Dictionary<string, string> addresses = [];

    public string Owner => addresses["MIGRATION_DATABASE_URL"];
    public string App => addresses["DATABASE_URL"];
    public string ReadOnly => addresses["READONLY_URL"];

    /// <summary>Everything that the server has written down.</summary>
    public string Log => File.ReadAllText(Path.Combine(folder.FullName, "run", "postgres.log"));

    /// <summary>The superuser, in that database.</summary>
    public string Superuser(string database) => new UriBuilder(addresses["SUPERUSER_URL"]) { Path = database }.Uri.ToString();

    /// <summary>With the roles, and a database that nobody has migrated yet.</summary>
    public static async Task<PrivateCluster> CreateEmpty()
    {
        var cluster = new PrivateCluster();
        if (!OperatingSystem.IsWindows())
            cluster.folder.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

        await cluster.Start();
        return cluster;
    }

    /// <summary>With this version's schema.</summary>
    public static async Task<PrivateCluster> Create()
    {
        var cluster = await CreateEmpty();
        new Migrator(DatabaseAddress.ToConnectionString(cluster.Owner)).Migrate();
        return cluster;
    }

    public async Task Start() => addresses = (await Script("start", folder.FullName, "auto", "--fast"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>As an operator does it: every connection is ended, none is taken.</summary>
    public Task Stop() => Script("stop", folder.FullName);

    public async ValueTask DisposeAsync()
    {
        await Stop();
        folder.Delete(recursive: true);
    }

    private static async Task<string> Script(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(ProjectFiles.Root, "deploy/dev/postgres.sh"), args) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"postgres.sh {args[0]} failed.");
    }
}
