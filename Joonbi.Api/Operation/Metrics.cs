using System.Diagnostics.Metrics;
using System.Net;
using Joonbi.Api.Configuration;
using Joonbi.Infrastructure;

namespace Joonbi.Api.Operation;

/// <summary>
/// Figures in Prometheus' text. They tell how the business goes, so only the machine itself may read them: whoever came
/// through a proxy, or says so, is told that there is no such address.
/// </summary>
internal static class Metrics
{
    public const string Path = "/metrics";
    private static readonly string[] ProxyTraces = ["X-Forwarded-For", "X-Original-For", "X-Real-IP", "Forwarded", "Via"];

    public static IApplicationBuilder UseMetrics(this IApplicationBuilder app, WebSettings settings) => app
        .UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Request.Path == Path && (settings.MetricsPublic || IsLocal(context)))
        .UseStreamGauge();

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !ProxyTraces.Any(context.Request.Headers.ContainsKey);

    /// <summary>Counts event streams from their first byte to their end, whichever route they belong to.</summary>
    private static IApplicationBuilder UseStreamGauge(this IApplicationBuilder app)
    {
        var open = app.ApplicationServices.GetRequiredService<IMeterFactory>().Create(Telemetry.Name)
            .CreateUpDownCounter<int>("event_streams", description: "Open event streams.");
        return app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) is true)
                {
                    open.Add(1);
                    context.Response.OnCompleted(() =>
                    {
                        open.Add(-1);
                        return Task.CompletedTask;
                    });
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
