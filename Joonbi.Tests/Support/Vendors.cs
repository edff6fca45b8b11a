using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Joonbi.Tests.PortOne;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Joonbi.Tests.Support;

/// <summary>One call that reached a vendor.</summary>
internal sealed record VendorCall(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, JsonElement Body);

/// <summary>
/// The vendors as a real HTTP server on loopback: it remembers every call and answers as real ones do, or as a test says.
/// </summary>
internal sealed class Vendors : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<VendorCall> calls = new();
    private long snowflake = 1_400_000_000_000_000_000;

    private Vendors(WebApplication server)
    {
        this.server = server;
        server.Run(Answer);
    }

    public Uri Address => new(server.Urls.Single() + "/");

    /// <summary>Answers a call instead of the vendor; returns false to let the vendor answer.</summary>
    public Func<HttpContext, VendorCall, Task<bool>>? Instead { get; set; }

    public IReadOnlyList<VendorCall> Discord => [.. calls.Where(call => call.Path.StartsWith("/discord/", StringComparison.Ordinal))];
    public IReadOnlyList<VendorCall> PortOneCalls => [.. calls.Where(call => call.Path.StartsWith("/portone/", StringComparison.Ordinal) || call.Path.StartsWith("/iamport/", StringComparison.Ordinal))];
    public PortOneStandIn PortOne { get; } = new();
    public IReadOnlyList<VendorCall> Mails => [.. calls.Where(call => call.Path.StartsWith("/resend/", StringComparison.Ordinal))];

    public static async Task<Vendors> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var vendors = new Vendors(builder.Build());
        await vendors.server.StartAsync();
        return vendors;
    }

    /// <summary>Every call is answered so, as long as the test says nothing else.</summary>
    public void AnswerAll(int status, object body, params (string Name, string Value)[] headers) =>
        Instead = async (context, _) =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;

            await context.Response.WriteAsJsonAsync(body);
            return true;
        };

    public void Reset()
    {
        calls.Clear();
        PortOne.Reset();
        Instead = null;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        var call = new VendorCall(
            context.Request.Method,
            context.Request.Path,
            context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
        calls.Enqueue(call);

        if (Instead is not null && await Instead(context, call))
            return;
        if (await PortOne.Answer(context, call))
            return;

        var id = call.Path.StartsWith("/discord/", StringComparison.Ordinal)
            ? Interlocked.Increment(ref snowflake).ToString()
            : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(call.Headers.GetValueOrDefault("Idempotency-Key", ""))).AsSpan(..16)).ToString();
        await context.Response.WriteAsJsonAsync(new { id });
    }
}
