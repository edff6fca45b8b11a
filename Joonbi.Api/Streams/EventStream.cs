using System.Net.ServerSentEvents;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Joonbi.Api.Streams;

/// <summary>
/// Server-sent events, as they come. By hand, since the framework's own result writes no comments: without a heartbeat proxies
/// close a silent connection, and nobody notices a client that is gone.
/// </summary>
/// <param name="news">What to tell; the stream ends with it.</param>
/// <param name="frame">The event that tells it.</param>
internal sealed class EventStream<T>(ChannelReader<T> news, Func<T, SseItem<T>> frame) : IResult, IEndpointMetadataProvider
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly byte[] Comment = ":\n\n"u8.ToArray();
    private static readonly byte[] Retry = "retry: 3000\n\n"u8.ToArray();

    public async Task ExecuteAsync(HttpContext context)
    {
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        using var life = StreamLife.Of(context, clock);
        Prepare(context);
        try
        {
            await context.Response.Body.WriteAsync(Retry, life.Token);
            await Tell(context, clock, life.Token);
        }
        catch (OperationCanceledException) when (life.Token.IsCancellationRequested)
        {
            // The client has left, or is to come again.
        }
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(SseItem<T>), ["text/event-stream"]));

    private static void Prepare(HttpContext context)
    {
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
    }

    private async Task Tell(HttpContext context, TimeProvider clock, CancellationToken ct)
    {
        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        for (var more = true; more;)
        {
            await context.Response.Body.FlushAsync(ct);
            more = await Wait(context.Response, clock, ct);
            while (news.TryRead(out var item))
                await context.Response.Body.WriteAsync(Encode(frame(item), json), ct);
        }

        await context.Response.Body.FlushAsync(ct);
    }

    /// <returns>False when nothing more will come.</returns>
    private async Task<bool> Wait(HttpResponse response, TimeProvider clock, CancellationToken ct)
    {
        for (var waiting = news.WaitToReadAsync(ct).AsTask(); ;)
        {
            await ((Task)waiting).WaitAsync(Heartbeat, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (waiting.IsCompleted)
                return await waiting;

            await response.Body.WriteAsync(Comment, ct);
            await response.Body.FlushAsync(ct);
        }
    }

    private static byte[] Encode(SseItem<T> item, JsonSerializerOptions json)
    {
        var id = item.EventId is null ? "" : $"id: {item.EventId}\n";
        return Encoding.UTF8.GetBytes($"{id}event: {item.EventType}\ndata: {JsonSerializer.Serialize(item.Data, json)}\n\n");
    }
}
