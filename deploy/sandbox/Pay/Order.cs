using System.Globalization;
using Joonbi.Sandbox.PortOne;

namespace Joonbi.Sandbox.Pay;

/// <summary>What the browser hands to the vendor's script: the answer of POST /api/payments/prepare, or what somebody made of it.</summary>
internal sealed record Order(string Sdk, string PaymentId, string StoreId, string ChannelKey, string OrderName, long Amount)
{
    public bool IsV1 => Sdk == "V1";

    /// <returns>Null when it names no payment.</returns>
    public static Order? Read(Func<string, string?> value) =>
        value("paymentId") is { Length: > 0 } payment
            ? new Order(
                value("sdk") ?? "V2", payment, value("storeId") ?? "", value("channelKey") ?? "", value("orderName") ?? "",
                long.TryParse(value("amount"), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : 0)
            : null;

    /// <summary>Why the vendor's script would not open its window, in Korean.</summary>
    public string? Problem(Shop shop) =>
        Amount <= 0 ? "결제 금액이 올바르지 않습니다."
        : PaymentId.Length > 40 || !PaymentId.All(char.IsAsciiLetterOrDigit) ? "주문 번호는 영문자와 숫자 40자까지입니다."
        : IsV1 ? StoreId == shop.MerchantId ? null : "고객사 식별코드가 올바르지 않습니다. (PORTONE_MERCHANT_ID)"
        : StoreId != shop.StoreId ? "상점 아이디가 올바르지 않습니다. (PORTONE_STORE_ID)"
        : ChannelKey != shop.ChannelKey ? "채널 키가 올바르지 않습니다. (PORTONE_CHANNEL_KEY)"
        : null;

    public string Query() => string.Concat(
        $"sdk={Sdk}&paymentId={Uri.EscapeDataString(PaymentId)}&storeId={Uri.EscapeDataString(StoreId)}",
        $"&channelKey={Uri.EscapeDataString(ChannelKey)}&orderName={Uri.EscapeDataString(OrderName)}&amount={Amount}");
}
