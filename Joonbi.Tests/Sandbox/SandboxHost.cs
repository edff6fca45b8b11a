using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;

namespace Joonbi.Tests.Sandbox;

/// <summary>The sandbox as `./joonbi run` starts it, on a port and in a folder of its own.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private SandboxHost(WebApplication app, string folder, Uri address)
    {
        (this.app, Folder, Address) = (app, folder, address);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public string Folder { get; }

    public Uri Address { get; }

    /// <summary>Somebody's browser, or curl.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<SandboxHost> Start(string? folder = null, params (string Name, string Value)[] settings)
    {
        folder ??= Directory.CreateTempSubdirectory("joonbi-sandbox").FullName;
        var port = FreePort();
        (string Name, string Value)[] all = [("PORT", $"{port}"), ("SANDBOX_DATA", folder), ("CLAWDBOT", "off"), ("JOONBI_API_URL", "http://127.0.0.1:9"), .. settings];
        var app = Joonbi.Sandbox.Program.Build([.. all.Select(setting => $"--{setting.Name}={setting.Value}")]);
        await app.StartAsync();
        return new SandboxHost(app, folder, new Uri($"http://127.0.0.1:{port}"));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
