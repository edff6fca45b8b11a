namespace Joonbi.Api.Analyses;

/// <summary>
/// On the host <c>api.…</c> the agent knows the internal routes without the base path: <c>/internal/…</c> is
/// <c>/api/internal/…</c>. Must stand before routing.
/// </summary>
internal static class AgentAddress
{
    private static readonly PathString Short = "/internal";

    public static IApplicationBuilder UseAgentAddress(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Host.Host.StartsWith("api.", StringComparison.OrdinalIgnoreCase) && request.Path.StartsWithSegments(Short))
            request.Path = new PathString("/api").Add(request.Path);

        return next(context);
    });
}
