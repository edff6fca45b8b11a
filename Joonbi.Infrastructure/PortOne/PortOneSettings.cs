namespace Joonbi.Infrastructure.PortOne;

/// <summary>An account at PortOne, of one generation or the other.</summary>
/// <param name="ApiUrl"><c>PORTONE_API_URL</c>.</param>
/// <param name="ApiSecret"><c>PORTONE_API_SECRET</c>; a secret.</param>
/// <param name="TakesTestChannels">Payments without real money count; never in production.</param>
public abstract record PortOneSettings(Uri ApiUrl, string ApiSecret, bool TakesTestChannels)
{
    /// <summary><c>PORTONE_SDK_URL</c>: the browser's script, or null for the vendor's own.</summary>
    public Uri? ScriptUrl { get; init; }
}

/// <summary>The first generation: api.iamport.kr.</summary>
/// <param name="ApiUrl"><c>PORTONE_API_URL</c>.</param>
/// <param name="ApiKey"><c>PORTONE_API_KEY</c>; a secret.</param>
/// <param name="ApiSecret"><c>PORTONE_API_SECRET</c>; a secret.</param>
/// <param name="MerchantId"><c>PORTONE_MERCHANT_ID</c>: <c>imp…</c>, for the browser.</param>
/// <param name="TakesTestChannels">Payments without real money count; never in production.</param>
public sealed record PortOneV1Settings(Uri ApiUrl, string ApiKey, string ApiSecret, string MerchantId, bool TakesTestChannels)
    : PortOneSettings(ApiUrl, ApiSecret, TakesTestChannels);

/// <summary>The second generation: api.portone.io.</summary>
/// <param name="ApiUrl"><c>PORTONE_API_URL</c>.</param>
/// <param name="ApiSecret"><c>PORTONE_API_SECRET</c>; a secret.</param>
/// <param name="StoreId"><c>PORTONE_STORE_ID</c>.</param>
/// <param name="ChannelKey"><c>PORTONE_CHANNEL_KEY</c>, for the browser.</param>
/// <param name="WebhookSecrets"><c>PORTONE_WEBHOOK_SECRET</c>, and the one before it during a rotation; secrets.</param>
/// <param name="TakesTestChannels">Payments without real money count; never in production.</param>
public sealed record PortOneV2Settings(Uri ApiUrl, string ApiSecret, string StoreId, string ChannelKey, IReadOnlyList<string> WebhookSecrets, bool TakesTestChannels)
    : PortOneSettings(ApiUrl, ApiSecret, TakesTestChannels);
