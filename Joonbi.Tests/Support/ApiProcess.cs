using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Joonbi.Api.Security;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Tests.Support;

/// <summary>The service as a process of its own, that a test may kill at any instant and start again on the same port.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly string database;
    private readonly int port;
    private Process? process;

    public ApiProcess(string database, Vendors vendors, string uploads, params (string Name, string Value)[] further)
    {
        this.database = database;
        port = FreePort();
        var all = TestSettings.For(database, vendors, uploads);
        all["PORT"] = port.ToString();
        all["RATE_LIMITS"] = "off";
        foreach (var (name, value) in further)
            all[name] = value;

        settings = all;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>What the processes wrote on stdout, a line each.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>What they wrote on stderr.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>Talks to whichever process is up.</summary>
    public HttpClient Http { get; }

    public bool IsRunning => process is { HasExited: false };

    public async Task Start()
    {
        process = Command();
        process.OutputDataReceived += (_, line) => Keep(Lines, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(Complaints, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await IsReady())
        {
            if (process.HasExited)
                Assert.Fail($"The service ended with {process.ExitCode}:\n{string.Join('\n', [.. Lines, .. Complaints])}");

            await Task.Delay(20);
        }
    }

    /// <summary>The program with some command, beside the service and with its settings.</summary>
    public Process Command(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Joonbi.Api.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        return Process.Start(start)!;
    }

    /// <summary>The most memory that it has held at once, in bytes.</summary>
    public long PeakMemory()
    {
        process!.Refresh();
        return process.PeakWorkingSet64;
    }

    /// <summary>Whether a library of that name is in its memory; on Linux, which tells.</summary>
    public bool Loaded(string library) => File.ReadLines($"/proc/{process!.Id}/maps").Any(line => line.Contains(library, StringComparison.Ordinal));

    /// <summary>As <c>kill -9</c>: nothing of the program runs after it.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As the container's stop: the program may finish what it has begun.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Stop()
    {
        AskToStop();
        await process!.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>So many new customers who are signed in, by their access tokens.</summary>
    public async Task<IReadOnlyList<string>> Customers(int count)
    {
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(TestRun.AddressFor("joonbi_owner", database)));
        var sessions = await connection.QueryAsync<(Guid User, Guid Session)>(
            """
            with person as (
                insert into users (id, email, name, role, email_verified_at, created_at, updated_at)
                select id, id || '@joonbi.test', '김민아', 'CUSTOMER', now(), now(), now()
                  from (select gen_random_uuid() as id from generate_series(1, @count)) made
                returning id)
            insert into sessions (id, user_id, user_agent, ip_address, created_at, last_used_at, expires_at)
            select gen_random_uuid(), id, 'test', '127.0.0.1', now(), now(), now() + interval '30 days' from person
            returning user_id, id
            """,
            new { count });
        var tokens = new AccessTokens(new JwtSettings(TestSettings.JwtSecret, TimeSpan.FromDays(1), "", TimeSpan.Zero), TimeProvider.System);
        return [.. sessions.Select(session => tokens.Issue(session.User, "CUSTOMER", session.Session))];
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
            await Kill();

        Http.Dispose();
    }

    /// <summary>Sends the stop signal and does not wait.</summary>
    public void AskToStop() => Process.Start("kill", ["-TERM", process!.Id.ToString()]).Dispose();

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var response = await Http.GetAsync("/api/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
