using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Joonbi.Api.Errors;
using Joonbi.Api.OpenApi;
using Microsoft.AspNetCore.RateLimiting;

namespace Joonbi.Api.Security;

/// <summary>
/// How often a caller may ask: by account when signed in, by address when not, in any sixty seconds. Every route has the
/// general limit; a route that costs more or is worth guessing at has one of the named ones besides.
/// </summary>
internal static class RateLimits
{
    public const string Login = "login";
    public const string Register = "register";
    public const string Upload = "upload";

    private const int PerMinute = 300;
    private const int PerMinuteForAgent = 600;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Segment = Window / 6;

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(General);
        limits.AddPolicy(Login, context => Limit(Address(context), 10));
        limits.AddPolicy(Register, context => Limit(Address(context), 5));
        limits.AddPolicy(Upload, context => Limit(Caller(context), 30));
        limits.OnRejected = (refused, _) => new ValueTask(Refuse(refused));
    });

    /// <summary>The agent counts by its key, but only by one that is right: a new wrong key each time would never reach a limit.</summary>
    private static RateLimitPartition<string> General(HttpContext context) =>
        context.GetEndpoint() is { } endpoint && SecurityNeeds.Policy(endpoint.Metadata) == Policies.Clawdbot && InternalKey.IsShown(context)
            ? Limit(Policies.Clawdbot, PerMinuteForAgent)
            : Limit(Caller(context), PerMinute);

    private static RateLimitPartition<string> Limit(string who, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(who, _ =>
        new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, SegmentsPerWindow = (int)(Window / Segment), QueueLimit = 0 });

    private static string Caller(HttpContext context) => context.User.FindFirst(AccessTokens.Subject)?.Value ?? Address(context);

    /// <summary>Of an IPv6 address the network counts: whoever has one address of it has them all.</summary>
    private static string Address(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "unknown";
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily is AddressFamily.InterNetwork)
            return address.MapToIPv4().ToString();

        var network = address.GetAddressBytes();
        network.AsSpan(8).Clear();
        return new IPAddress(network).ToString();
    }

    private static Task Refuse(OnRejectedContext refused)
    {
        var after = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) && told > TimeSpan.Zero ? told : Segment;
        refused.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        refused.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString();
        return ProblemDocuments.Write(refused.HttpContext, BareStatuses.Explain(StatusCodes.Status429TooManyRequests, routeFound: true));
    }
}
