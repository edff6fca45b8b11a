using System.Diagnostics;
using System.Diagnostics.Metrics;
using Joonbi.Infrastructure;
using Npgsql;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Joonbi.Api.Operation;

/// <summary>
/// OpenTelemetry: figures always, for <see cref="Metrics"/>; traces, and figures sent elsewhere, when the usual
/// <c>OTEL_EXPORTER_OTLP_…</c> variables name a collector.
/// </summary>
internal static class Observation
{
    /// <summary>What the framework counts in a request's way and somebody looks at. The rest of its meters cost each request more than its log line.</summary>
    private static readonly string[] OfRequests =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Diagnostics"];

    private static readonly HashSet<string> UnreadByAnybody =
        ["db.client.operation.npgsql.bytes_read", "db.client.operation.npgsql.bytes_written", "db.client.operation.npgsql.executing", "db.client.operation.npgsql.prepared_ratio"];

    public static void AddObservation(this IServiceCollection services, IConfiguration environment)
    {
        var observed = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(environment["OTEL_SERVICE_NAME"] ?? "joonbi-api", serviceVersion: Telemetry.Version))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter([Telemetry.Name, "Npgsql", .. OfRequests]).AddView(Unread).AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter();
                if (Collector(environment, "METRICS") is { } collector)
                    metrics.AddOtlpExporter(collector);
            });
        if (Collector(environment, "TRACES") is { } collector)
            observed.WithTracing(traces => traces.AddSource(Telemetry.Name).AddNpgsql().AddHttpClientInstrumentation().AddAspNetCoreInstrumentation(Requests).AddOtlpExporter(collector));
    }

    private static MetricStreamConfiguration? Unread(Instrument instrument) => UnreadByAnybody.Contains(instrument.Name) ? MetricStreamConfiguration.Drop : null;

    /// <summary>Where a signal is sent, or null for nowhere. The exporter itself reads every variable but the signal's own address.</summary>
    private static Action<OtlpExporterOptions>? Collector(IConfiguration environment, string signal) =>
        environment["OTEL_SDK_DISABLED"] is "true" || environment[$"OTEL_{signal}_EXPORTER"] is "none" ? null
        : environment[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"] is { Length: > 0 } own ? options => options.Endpoint = new Uri(own)
        : environment["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } ? _ => { }
        : null;

    /// <summary>A path may hold a token, so a span knows only its route's pattern; probes leave no span.</summary>
    private static void Requests(AspNetCoreTraceInstrumentationOptions options)
    {
        options.Filter = context => !context.Request.Path.StartsWithSegments("/api/health") && context.Request.Path != Metrics.Path;
        options.EnrichWithHttpResponse = (span, response) => HidePath(span, response.HttpContext);
    }

    private static void HidePath(Activity span, HttpContext context) =>
        span.SetTag("url.path", Routes.Pattern(context)).SetTag("url.query", null);
}
