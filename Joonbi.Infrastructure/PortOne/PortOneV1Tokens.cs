using System.Net;
using System.Net.Http.Json;
using Joonbi.Application;
using Joonbi.Infrastructure.Vendors;

namespace Joonbi.Infrastructure.PortOne;

/// <summary>
/// The first generation's access token, shared by all calls of this process. The vendor says how long it lives by its own
/// clock, so its lifetime counts and not its hour; several replicas are given the same one.
/// </summary>
internal sealed class PortOneV1Tokens(PortOneV1Settings settings, TimeProvider clock) : IDisposable
{
    /// <summary>Asked for in its last minute, the vendor prolongs it.</summary>
    private static readonly TimeSpan LastMinute = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim one = new(1);
    private (string Value, DateTimeOffset Ends)? held;

    public async Task<string> Get(HttpClient http, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (held is not { } token || token.Ends - LastMinute <= clock.GetUtcNow())
                held = token = await Ask(http, ct);

            return token.Value;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The vendor refused it before its time: keys were changed, or it was revoked.</summary>
    public void Forget(string refused)
    {
        if (held?.Value == refused)
            held = null;
    }

    public void Dispose() => one.Dispose();

    private async Task<(string Value, DateTimeOffset Ends)> Ask(HttpClient http, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "users/getToken")
        {
            Content = JsonContent.Create(new { imp_key = settings.ApiKey, imp_secret = settings.ApiSecret }),
        };
        using var response = await http.Call(request, PortOneV1Gateway.Vendor, ct);
        var answer = await response.Json(ct);
        if (response.StatusCode is not HttpStatusCode.OK || answer.Whole("code") != 0 || answer.Part("response")?.Text("access_token") is not { } token)
            throw DeliveryException.Retry($"{PortOneV1Gateway.Vendor}: no token, {(int)response.StatusCode} {answer.Text("code")}");

        var life = answer.Part("response")?.Whole("expired_at") - answer.Part("response")?.Whole("now") ?? 0;
        return (token, clock.GetUtcNow().AddSeconds(Math.Clamp(life, 0, 3_600)));
    }
}
