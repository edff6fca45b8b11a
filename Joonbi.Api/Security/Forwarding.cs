using Joonbi.Api.Configuration;
using Microsoft.AspNetCore.HttpOverrides;

namespace Joonbi.Api.Security;

/// <summary>
/// Who calls, when a proxy stands in front: the last address in <c>X-Forwarded-For</c> that is not itself one of
/// <c>TRUSTED_PROXIES</c>. From anybody else the header is only text.
/// </summary>
internal static class Forwarding
{
    public static IApplicationBuilder UseForwarding(this IApplicationBuilder app, WebSettings settings)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies)
            options.KnownIPNetworks.Add(network);

        return app.UseForwardedHeaders(options);
    }
}
