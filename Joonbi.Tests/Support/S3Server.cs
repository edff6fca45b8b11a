using System.Diagnostics;
using Joonbi.Infrastructure.S3;
using Joonbi.Tests.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace Joonbi.Tests.Support;

/// <summary>A server that speaks S3, on loopback: <c>deploy/dev/s3</c>, which npm fetches when it is not there yet.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "joonbi-test";

    private static readonly string Home = ProjectFiles.Path("deploy", "dev", "s3");
    private static readonly Lazy<Task> Installed = new(Install);
    private readonly Process process;

    private S3Server(Process process, DirectoryInfo folder, Uri address) => (this.process, Folder, Address) = (process, folder, address);

    /// <summary>Where it keeps what it is given.</summary>
    public DirectoryInfo Folder { get; }

    public Uri Address { get; }

    public S3Settings Connection => new(Bucket, "ap-northeast-2", Address, "S3RVER", "only-for-loopback");

    /// <summary>The settings of a service whose files are here.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["STORAGE_TYPE"] = "s3",
        ["AWS_S3_BUCKET"] = Connection.Bucket,
        ["AWS_S3_REGION"] = Connection.Region,
        ["AWS_S3_ENDPOINT"] = Address.ToString(),
        ["AWS_ACCESS_KEY_ID"] = Connection.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = Connection.SecretAccessKey,
    };

    public static async Task<S3Server> Start()
    {
        await Installed.Value;
        var folder = Directory.CreateTempSubdirectory("joonbi-s3-");
        var process = Run("node", "server.mjs", folder.FullName, Bucket);
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        return new S3Server(process, folder, new Uri(address));
    }

    /// <summary>Speaks to it as the service does.</summary>
    public S3Connection Connect(TimeSpan? patience = null) =>
        new(patience is { } limit ? Connection with { Patience = limit } : Connection, NullLogger<S3Connection>.Instance);

    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>It takes connections and never answers.</summary>
    public void Freeze() => Process.Start("kill", ["-STOP", process.Id.ToString()]).WaitForExit();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();

        process.Dispose();
        Folder.Delete(recursive: true);
    }

    private static async Task Install()
    {
        var (wanted, present) = (new FileInfo(Path.Combine(Home, "package-lock.json")), new FileInfo(Path.Combine(Home, "node_modules", ".package-lock.json")));
        if (present.Exists && present.LastWriteTimeUtc >= wanted.LastWriteTimeUtc)
            return;

        using var npm = Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier");
        var (output, errors) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        Assert.That(npm.ExitCode, Is.Zero, $"npm could not fetch the S3 server:\n{await output}{await errors}");
    }

    private static Process Run(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Home,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
