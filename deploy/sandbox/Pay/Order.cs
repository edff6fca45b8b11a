using System.Globalization;
using Joonbi.Sandbox.PortOne;

namespace Joonbi.Sandbox.Pay;

/// <summary>
/// What the browser hands to the vendor's script: the answer of POST /api/payments/prepare, or what somebody made of it.
/// Without a RedirectUrl the browser stays here and is shown what comes of it.
/// </summary>
internal sealed record Order(string Sdk, string PaymentId, string StoreId, string ChannelKey, string OrderName, long Amount, string RedirectUrl)
{
    public bool IsV1 => Sdk == "V1";

    /// <returns>Null when it names no payment.</returns>
    public static Order? Read(Func<string, string?> value) =>
        value("paymentId") is { Length: > 0 } payment
            ? new Order(
                value("sdk") ?? "V2", payment, value("storeId") ?? "", value("channelKey") ?? "", value("orderName") ?? "",
                long.TryParse(value("amount"), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : 0,
                value("redirectUrl") ?? "")
            : null;

    /// <summary>Why the vendor's script would not open its window, in Korean.</summary>
    public string? Problem(Shop shop) =>
        RedirectUrl.Length > 0 && !(Uri.TryCreate(RedirectUrl, UriKind.Absolute, out var shopPage) && shopPage.IsLoopback) ? "돌아갈 주소는 이 컴퓨터의 것이어야 합니다."
        : Amount <= 0 ? "결제 금액이 올바르지 않습니다."
        : PaymentId.Length > 40 || !PaymentId.All(char.IsAsciiLetterOrDigit) ? "주문 번호는 영문자와 숫자 40자까지입니다."
        : IsV1 ? StoreId == shop.MerchantId ? null : "고객사 식별코드가 올바르지 않습니다. (PORTONE_MERCHANT_ID)"
        : StoreId != shop.StoreId ? "상점 아이디가 올바르지 않습니다. (PORTONE_STORE_ID)"
        : ChannelKey != shop.ChannelKey ? "채널 키가 올바르지 않습니다. (PORTONE_CHANNEL_KEY)"
        : null;

    /// <summary>The shop's page with the words that the vendor's script adds for it.</summary>
    public string Back(Deal deal, bool given)
    {
        var problem = deal.Failure ?? (given ? null : "사용자가 결제를 취소하였습니다");
        var said = IsV1
            ? $"imp_uid={deal.TransactionId}&merchant_uid={PaymentId}" + (problem is null ? "&imp_success=true" : $"&imp_success=false&error_code=F0001&error_msg={Uri.EscapeDataString(problem)}")
            : $"paymentId={PaymentId}&transactionType=PAYMENT&txId={deal.TransactionId}" + (problem is null ? "" : $"&code=FAILURE_TYPE_PG&message={Uri.EscapeDataString(problem)}");
        return RedirectUrl + (RedirectUrl.Contains('?') ? "&" : "?") + said;
    }

    public string Query() => string.Concat(
        $"sdk={Sdk}&paymentId={Uri.EscapeDataString(PaymentId)}&storeId={Uri.EscapeDataString(StoreId)}",
        $"&channelKey={Uri.EscapeDataString(ChannelKey)}&orderName={Uri.EscapeDataString(OrderName)}&amount={Amount}");
}
