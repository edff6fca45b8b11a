using System.Net;
using System.Text.Json;
using Joonbi.Application;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Joonbi.Infrastructure.Vendors;

/// <summary>What went wrong on the way to a vendor, in the dispatcher's terms; no text of it ever holds an address.</summary>
internal static class VendorRequests
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(100);

    /// <exception cref="DeliveryException">No answer came.</exception>
    public static async Task<HttpResponseMessage> Call(this HttpClient http, HttpRequestMessage request, string vendor, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (BrokenCircuitException)
        {
            throw DeliveryException.Throttled($"{vendor}: circuit open", VendorClients.Break);
        }
        catch (TimeoutRejectedException)
        {
            throw DeliveryException.Retry($"{vendor}: time-out");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw DeliveryException.Retry($"{vendor}: time-out");
        }
        catch (HttpRequestException failed)
        {
            throw DeliveryException.Retry($"{vendor}: network, {failed.HttpRequestError}");
        }
    }

    /// <summary>The answer as JSON, or nothing when it is not: a proxy's page in between says nothing that we could use.</summary>
    public static async Task<JsonElement> Json(this HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(ct));
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>How long a vendor's 429 asks us to wait, within reason.</summary>
    public static TimeSpan Rest(this HttpResponseMessage response, double? bodySeconds, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var asked = bodySeconds is { } seconds && double.IsFinite(seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestRest.TotalSeconds))
            : header?.Delta ?? header?.Date - clock.GetUtcNow() ?? TimeSpan.FromSeconds(1);
        return asked < ShortestRest ? ShortestRest : asked > LongestRest ? LongestRest : asked;
    }

    /// <summary>What neither vendor explains any further: theirs to mend, or ours.</summary>
    public static DeliveryException Refusal(string vendor, HttpStatusCode status, string? reason)
    {
        var message = $"{vendor}: {(int)status} {reason}".TrimEnd();
        return status is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError
            ? DeliveryException.Retry(message)
            : DeliveryException.Dead(message);
    }
}
