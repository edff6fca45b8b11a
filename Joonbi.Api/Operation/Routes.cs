using Microsoft.AspNetCore.Diagnostics;

namespace Joonbi.Api.Operation;

/// <summary>What logs and traces call a request: its route's pattern, since a path may hold a token.</summary>
internal static class Routes
{
    /// <remarks>The exception handler takes the endpoint away from the request; it remembers which one it was.</remarks>
    public static string Pattern(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint) is RouteEndpoint endpoint ? $"/{endpoint.RoutePattern.RawText!.Trim('/')}"
        : context.Request.Path == Metrics.Path ? Metrics.Path
        : "(none)";
}
