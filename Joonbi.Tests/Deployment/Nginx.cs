using System.Collections.Concurrent;
using System.Diagnostics;
using Joonbi.Tests.Scripts;

namespace Joonbi.Tests.Deployment;

/// <summary>One master process of the machine's nginx.</summary>
internal sealed class Nginx(string configuration) : IAsyncDisposable
{
    private Process? process;

    /// <summary>Where it is on this machine, or null.</summary>
    public static string? Program { get; } = Script.Find("nginx");

    public static void Demand() => Script.Demands("nginx-light testssl.sh", "nginx", "testssl");

    public async Task Start(int port)
    {
        process = Process.Start(new ProcessStartInfo(Program!, ["-c", configuration, "-g", "daemon off;"]) { RedirectStandardError = true })!;
        var complaints = new ConcurrentQueue<string?>();
        process.ErrorDataReceived += (_, line) => complaints.Enqueue(line.Data);
        process.BeginErrorReadLine();
        for (var tries = 0; !await Probe.Listens(port); tries++)
        {
            if (process.HasExited || tries > 250)
                throw new InvalidOperationException($"nginx did not start:\n{string.Join('\n', complaints)}");

            await Task.Delay(20);
        }
    }

    /// <summary>Takes the configuration over as <c>nginx -s reload</c> does.</summary>
    public void Reload() => Signal("-HUP");

    /// <summary>As the container's stop: what is under way may end.</summary>
    public async Task Stop()
    {
        Signal("-QUIT");
        await process!.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null || process.HasExited)
            return;

        Signal("-TERM");
        await process.WaitForExitAsync();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [name, process!.Id.ToString()]);
        kill.WaitForExit();
    }
}
