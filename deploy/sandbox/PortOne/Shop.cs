namespace Joonbi.Sandbox.PortOne;

/// <summary>The merchant's account at PortOne, by the same settings that the service reads.</summary>
internal sealed record Shop
{
    /// <summary>Another store of the same merchant, which our credentials may read, too.</summary>
    public const string OtherStore = "store-another-of-the-same-merchant";

    public string ApiSecret { get; init; } = "";

    public string StoreId { get; init; } = "";

    public string ChannelKey { get; init; } = "";

    public string WebhookSecret { get; init; } = "";

    public string ApiKey { get; init; } = "";

    public string MerchantId { get; init; } = "";

    public static Shop From(IConfiguration configuration) => new()
    {
        ApiSecret = configuration["PORTONE_API_SECRET"] ?? "",
        StoreId = configuration["PORTONE_STORE_ID"] ?? "",
        ChannelKey = configuration["PORTONE_CHANNEL_KEY"] ?? "",
        WebhookSecret = configuration["PORTONE_WEBHOOK_SECRET"] ?? "",
        ApiKey = configuration["PORTONE_API_KEY"] ?? "",
        MerchantId = configuration["PORTONE_MERCHANT_ID"] ?? "",
    };

    public bool Owns(string store) => store == StoreId || store == OtherStore;
}
