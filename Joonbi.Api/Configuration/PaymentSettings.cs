using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.PortOne;
using Joonbi.Infrastructure.Vendors;

namespace Joonbi.Api.Configuration;

/// <summary>
/// Which generation of PortOne takes the payments: the set of settings that is there says so. None at all is an installation
/// without payments; half a set, or both, is a mistake that must not become known by the first customer.
/// </summary>
internal static class PaymentSettings
{
    private const string Sets =
        "V1은 PORTONE_API_KEY, PORTONE_API_SECRET, PORTONE_MERCHANT_ID, V2는 PORTONE_API_SECRET, PORTONE_STORE_ID, PORTONE_CHANNEL_KEY, PORTONE_WEBHOOK_SECRET을 모두 설정합니다.";

    public static PortOneSettings? Read(SettingsReader reader, bool production)
    {
        var found = new Found(
            reader.Secret("PORTONE_API_SECRET", "PortOne의 API Secret (V1, V2 공통)", 8, fallback: ""),
            reader.Secret("PORTONE_API_KEY", "PortOne V1의 REST API Key", 8, fallback: ""),
            reader.Text("PORTONE_MERCHANT_ID", "PortOne V1의 고객사 식별코드 (imp…)", ""),
            reader.Text("PORTONE_STORE_ID", "PortOne V2의 상점 아이디 (store-…)", ""),
            reader.Text("PORTONE_CHANNEL_KEY", "PortOne V2의 채널 키 (channel-key-…)", ""),
            reader.Text("PORTONE_WEBHOOK_SECRET", "PortOne V2의 웹훅 시크릿 (whsec_…)", "", secret: true, check: SecretProblem),
            reader.Text("PORTONE_WEBHOOK_SECRET_PREVIOUS", "웹훅 시크릿을 바꾸는 동안 함께 받는 이전 시크릿", "", secret: true, check: SecretProblem));
        var api = reader.Text("PORTONE_API_URL", "PortOne API 주소. 비우면 세대에 맞는 공식 주소를 씁니다.", "", check: AddressProblem);

        var script = reader.Text("PORTONE_SDK_URL", "브라우저가 여는 결제 스크립트의 주소. 비우면 세대에 맞는 공식 주소를 씁니다.", "", check: AddressProblem);

        return (found.HasV1, found.HasV2) switch
        {
            (true, true) => Refuse(reader, "PORTONE_API_KEY", "PortOne V1과 V2의 설정이 함께 있습니다. 한쪽만 남겨 주세요. " + Sets),
            (true, false) => Complete(reader, ("PORTONE_API_KEY", found.ApiKey), ("PORTONE_API_SECRET", found.ApiSecret), ("PORTONE_MERCHANT_ID", found.MerchantId))
                ? new PortOneV1Settings(Address(api, "https://api.iamport.kr"), found.ApiKey, found.ApiSecret, found.MerchantId, !production) { ScriptUrl = Script(script) }
                : null,
            (false, true) => Complete(reader, ("PORTONE_API_SECRET", found.ApiSecret), ("PORTONE_STORE_ID", found.StoreId), ("PORTONE_CHANNEL_KEY", found.ChannelKey), ("PORTONE_WEBHOOK_SECRET", found.WebhookSecret))
                ? new PortOneV2Settings(Address(api, "https://api.portone.io"), found.ApiSecret, found.StoreId, found.ChannelKey, found.WebhookSecrets, !production) { ScriptUrl = Script(script) }
                : null,
            (false, false) when found.ApiSecret.Length > 0 => Refuse(reader, "PORTONE_API_SECRET", "이것만으로는 어느 세대인지 알 수 없습니다. " + Sets),
            _ => null,
        };
    }

    public static PaymentPolicy ReadPolicy(SettingsReader reader)
    {
        var defaults = new PaymentPolicy();
        return defaults with
        {
            FullDiscount = (int)reader.Number("DISCOUNT_FULL", "이름을 밝히는 포트폴리오에 동의하면 깎아 주는 비율 (%)", defaults.FullDiscount, 0, 100),
            AnonymousDiscount = (int)reader.Number("DISCOUNT_ANONYMOUS", "이름 없는 포트폴리오에 동의하면 깎아 주는 비율 (%)", defaults.AnonymousDiscount, 0, 100),
            PrivateDiscount = (int)reader.Number("DISCOUNT_PRIVATE", "포트폴리오에 동의하지 않을 때 깎아 주는 비율 (%)", defaults.PrivateDiscount, 0, 100),
            Expiry = reader.Duration("PAYMENT_EXPIRES_IN", "준비한 결제가 열려 있는 시간", "24h"),
        };
    }

    private static bool Complete(SettingsReader reader, params (string Name, string Value)[] set)
    {
        foreach (var (name, _) in set.Where(setting => setting.Value.Length == 0))
            reader.Refuse(name, "나머지 PortOne 설정이 있으므로 함께 설정해야 합니다. " + Sets);

        return set.All(setting => setting.Value.Length > 0);
    }

    private static PortOneSettings? Refuse(SettingsReader reader, string name, string problem)
    {
        reader.Refuse(name, problem);
        return null;
    }

    private static Uri? Script(string text) => text.Length == 0 ? null : new Uri(text);

    private static Uri Address(string text, string official) => new(text.Length == 0 ? official : text);

    private static string? AddressProblem(string text) =>
        text.Length == 0 || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") ? null : "http 또는 https 주소여야 합니다.";

    internal static string? SecretProblem(string text)
    {
        try
        {
            return text.Length == 0 || StandardWebhook.Key(text).Length > 0 ? null : "비어 있습니다.";
        }
        catch (FormatException)
        {
            return "whsec_ 뒤에 Base64로 적힌 시크릿이어야 합니다.";
        }
    }

    private sealed record Found(string ApiSecret, string ApiKey, string MerchantId, string StoreId, string ChannelKey, string WebhookSecret, string PreviousSecret)
    {
        public bool HasV1 => ApiKey.Length + MerchantId.Length > 0;

        public bool HasV2 => StoreId.Length + ChannelKey.Length + WebhookSecret.Length + PreviousSecret.Length > 0;

        public IReadOnlyList<string> WebhookSecrets => [.. new[] { WebhookSecret, PreviousSecret }.Where(secret => secret.Length > 0)];
    }
}
