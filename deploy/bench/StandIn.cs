using System.Collections.Concurrent;
using System.Text.Json;

namespace Joonbi.Bench;

/// <summary>The vendors, reduced to what is measured: when a post arrived, and an answer after a while.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication server;
    private long snowflake = 1;

    private StandIn(WebApplication server, TimeSpan delay)
    {
        this.server = server;
        server.Run(async context =>
        {
            var at = TimeProvider.System.GetUtcNow();
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            var text = body.RootElement.TryGetProperty("content", out var content) ? content.GetString() : body.RootElement.GetProperty("subject").GetString();
            var key = context.Request.Headers["Idempotency-Key"].ToString();
            Arrivals.Add((text ?? "", key, at));
            await Task.Delay(delay);
            await context.Response.WriteAsJsonAsync(new { id = Interlocked.Increment(ref snowflake).ToString() });
        });
    }

    public ConcurrentBag<(string Text, string Key, DateTimeOffset At)> Arrivals { get; } = [];

    public Uri Address => new(server.Urls.Single() + "/");

    public static async Task<StandIn> Start(TimeSpan delay)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new StandIn(builder.Build(), delay);
        await standIn.server.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
