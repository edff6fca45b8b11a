using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Joonbi.Infrastructure.Vendors;

/// <summary>
/// How every vendor is called. A time-out, because one that hangs would hold a worker of its lane. A circuit breaker, because
/// one that is down should not be waited for by every message in turn: while it is open the lane rests and no attempt counts.
/// No retry inside a call: our calls are POSTs, and the outbox repeats those, with minutes between and a record of each. Two
/// layers that repeat would multiply.
/// </summary>
internal static class VendorClients
{
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(15);

    /// <param name="services">Where to.</param>
    /// <param name="settings">How long a call may take.</param>
    /// <param name="configure">Address and credentials.</param>
    /// <param name="patience">How long that call may take, where not every call is alike.</param>
    public static void AddVendor<TPort, TAdapter>(
        this IServiceCollection services, InfrastructureSettings settings, Action<HttpClient> configure, Func<HttpRequestMessage, TimeSpan>? patience = null)
        where TPort : class
        where TAdapter : class, TPort
    {
        var client = services.AddHttpClient<TPort, TAdapter>(http =>
        {
            // Polly's time-out ends with the answer's head; this one also bounds a body that never ends.
            http.Timeout = settings.VendorTimeout * 2;
            http.MaxResponseContentBufferSize = 1_048_576;
            http.DefaultRequestHeaders.UserAgent.Clear();
            configure(http);
        });

        // The factory logs every address it calls, and a trace would hold it too; that of a webhook is a secret.
        client.RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = settings.VendorTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });
        client.AddResilienceHandler("vendor", (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.8,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = Break,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome is { Exception: not null and not OperationCanceledException } or { Result.StatusCode: >= System.Net.HttpStatusCode.InternalServerError }),
            });
            pipeline.AddTimeout(new HttpTimeoutStrategyOptions
            {
                TimeoutGenerator = attempt => new(attempt.Context.GetRequestMessage() is { } request && patience is not null ? patience(request) : settings.VendorTimeout),
            });
        });
    }
}
