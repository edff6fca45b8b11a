using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Application;
using Joonbi.Application.Operators;
using Joonbi.Infrastructure.Vendors;

namespace Joonbi.Infrastructure.Discord;

/// <summary>
/// The studio's channel behind a Discord webhook. A webhook takes neither nonce nor idempotency key: when an answer is lost, the
/// post that the outbox repeats may appear twice. A trigger that appears twice does no harm, since only one run gets the lease.
/// </summary>
internal sealed class DiscordOperatorChannel(HttpClient http, DiscordWebhook webhook, InfrastructureSettings settings, TimeProvider clock) : IOperatorChannel
{
    private const string Vendor = "discord";

    public async Task<string> Post(ChannelPost post, CancellationToken ct)
    {
        if (webhook.Gone)
            throw DeliveryException.Dead("discord: the webhook is gone (404 before); set a new DISCORD_WEBHOOK_URL and restart");

        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address)
        {
            Content = JsonContent.Create(DiscordMessage.Of(post, settings.FrontendUrl), options: Json.Options),
        };
        using var response = await http.Call(request, Vendor, ct);
        var answer = await response.Json(ct);
        if (response.IsSuccessStatusCode)
            return answer.Text("id") ?? throw DeliveryException.Retry("discord: an answer without a message id");

        throw Refused(response, answer);
    }

    private DeliveryException Refused(HttpResponseMessage response, JsonElement answer)
    {
        if (response.StatusCode is HttpStatusCode.TooManyRequests)
            return DeliveryException.Throttled("discord: 429", response.Rest(Seconds(answer.Text("retry_after")), clock));

        webhook.Gone |= response.StatusCode is HttpStatusCode.NotFound;
        return VendorRequests.Refusal(Vendor, response.StatusCode, answer.Text("code") is { } code ? $"(code {code})" : null);
    }

    /// <summary>Discord counts in seconds, with a fraction.</summary>
    private static double? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
