using System.Diagnostics;
using System.Net.Sockets;
using System.Net;

namespace Joonbi.Bench;

/// <summary>The API as its users run it: a process of its own.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    public const string JwtSecret = "bench-jwt-secret-0123456789abcdefghij";
    private readonly Process process;

    private ApiProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }
    public TimeSpan UntilReady { get; private set; }
    public double MemoryMegabytes { get { process.Refresh(); return process.WorkingSet64 / 1048576.0; } }

    public static async Task<ApiProcess> Start(Database database, Uri vendors, params (string Name, string Value)[] further)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var files = Directory.CreateTempSubdirectory("joonbi-bench-files-").FullName;

        // Its log goes to a file, as a container's does: a reader of lines in here would be counted against the API.
        var start = new ProcessStartInfo("sh", ["-c", "exec dotnet \"$0\" >\"$1\"", Path.Combine(AppContext.BaseDirectory, "Joonbi.Api.dll"), Path.Combine(files, "log")]);
        var settings = new Dictionary<string, string>
        {
            ["DATABASE_URL"] = database.App,
            ["PORT"] = address.Port.ToString(),
            ["NODE_ENV"] = "production",
            ["JWT_SECRET"] = JwtSecret,
            ["JWT_REFRESH_SECRET"] = "bench-refresh-secret-0123456789abcdef",
            ["INTERNAL_API_KEY"] = "bench-internal-key-0123456789abcdef",
            ["DISCORD_WEBHOOK_URL"] = new Uri(vendors, "discord/api/webhooks/1/bench").ToString(),
            ["RESEND_API_URL"] = new Uri(vendors, "resend").ToString(),
            ["RESEND_API_KEY"] = "re_bench_key",
            ["EMAIL_FROM"] = "bench@joonbi.test",
            ["UPLOAD_PATH"] = files,
            ["RATE_LIMITS"] = "off",
        };
        foreach (var (name, value) in settings.Select(pair => (pair.Key, pair.Value)).Concat(further))
            start.Environment[name] = value;

        var watch = Stopwatch.StartNew();
        var api = new ApiProcess(Process.Start(start)!, address);
        using var http = new HttpClient { BaseAddress = address };
        while (!await IsReady(http))
        {
            if (api.process.HasExited || watch.Elapsed > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException("The API did not become ready.");

            await Task.Delay(10);
        }

        api.UntilReady = watch.Elapsed;
        return api;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync("/api/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
