using Joonbi.Api.Configuration;
using Joonbi.Api.Operation;
using Joonbi.Api.Security;
using Serilog;
using Serilog.Events;

namespace Joonbi.Api.Logging;

/// <summary>
/// What the service tells of itself: JSON lines on stdout, one for each request, with the route's pattern instead of the path
/// (which may hold a token) and never a body or a header.
/// </summary>
internal static class Logs
{
    public static IServiceCollection AddLogs(this IServiceCollection services, Settings settings)
    {
        var level = Enum.Parse<LogEventLevel>(settings.Web.LogLevel);

        // The framework's own chatter holds paths and headers, and says nothing that the request's line does not.
        var quiet = level > LogEventLevel.Warning ? level : LogEventLevel.Warning;
        return services.AddSerilog(
            (_, log) => log
                .MinimumLevel.Is(level)
                .MinimumLevel.Override("Microsoft", quiet)
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", level > LogEventLevel.Information ? level : LogEventLevel.Information)
                .MinimumLevel.Override("System", quiet)
                .MinimumLevel.Override("Npgsql", quiet)
                .WriteTo.Sink(new StandardOutput(new MaskedLines(new SecretMask(settings.Secrets))), StandardOutput.Batching),
            preserveStaticLogger: true);
    }

    /// <summary>Stands around everything else, so that the status is the one that leaves.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{Method:l} {Route:l} {Status} in {Elapsed:0.0} ms";
        options.GetMessageTemplateProperties = Describe;
        options.GetLevel = Level;
    });

    private static IEnumerable<LogEventProperty> Describe(HttpContext context, string path, double elapsed, int status)
    {
        yield return Property("Method", context.Request.Method);
        yield return Property("Route", Routes.Pattern(context));
        yield return Property("Status", status);
        yield return Property("Elapsed", elapsed);
        yield return Property("RequestId", context.TraceIdentifier);
        if (context.User.FindFirst(AccessTokens.Subject) is { } user)
            yield return Property("UserId", user.Value);
    }

    private static LogEventLevel Level(HttpContext context, double elapsed, Exception? exception) =>
        exception is not null || context.Response.StatusCode == StatusCodes.Status500InternalServerError ? LogEventLevel.Error
        : context.Request.Path.StartsWithSegments("/api/health") || context.Request.Path == Metrics.Path ? LogEventLevel.Debug
        : LogEventLevel.Information;

    private static LogEventProperty Property(string name, object value) => new(name, new ScalarValue(value));
}
