using Joonbi.Api.Configuration;
using Microsoft.AspNetCore.Http.Features;

namespace Joonbi.Api.Operation;

/// <summary>
/// A stop in order. At the signal readiness says no; for <c>SHUTDOWN_DELAY</c> everything else goes on, so that a load balancer
/// notices; then no connection is taken any more, requests and deliveries under way end, and what outlasts the patience is cut off.
/// </summary>
internal sealed class Stop(WebSettings settings) : IHostedLifecycleService
{
    /// <summary>Longer than the outbox's grace, so that it can still give its leases back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(settings.ShutdownDelay, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Adds <see cref="Stop"/>, time enough for it, and bodies that survive it.</summary>
internal static class OrderlyStop
{
    public static IServiceCollection AddOrderlyStop(this IServiceCollection services, WebSettings settings) => services
        .AddHostedService<Stop>()
        .Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = settings.ShutdownDelay + Stop.Patience;
            host.ServicesStopConcurrently = true;
        });

    /// <summary>Before anything reads a body.</summary>
    public static IApplicationBuilder UsePatientBodies(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Left open: the server ends its own reader, after everything here is over.
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
            context.Request.Body = new PatientBody(context.Request.BodyReader).AsStream(leaveOpen: true);

        return next(context);
    });
}
