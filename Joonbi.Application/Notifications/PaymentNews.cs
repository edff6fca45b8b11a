using Joonbi.Domain.Payments;

namespace Joonbi.Application.Notifications;

/// <summary>What is told about money, in words. It cannot be switched off.</summary>
internal static class PaymentNews
{
    public static News Of(PaymentPaid happened) => new(
        NotificationKind.PaymentRequest,
        "결제가 완료되었습니다",
        $"{happened.OrderName} {happened.Amount:N0}원을 결제하셨습니다.",
        ["영수증은 결제 화면에서 보실 수 있습니다. 이어지는 소식은 바로 전해 드리겠습니다."],
        "결제 보기",
        Path(happened.PaymentId));

    public static News Of(RefundSucceeded happened) => new(
        NotificationKind.PaymentRequest,
        "환불해 드렸습니다",
        $"{happened.OrderName} {Money(happened.Amount, happened.Currency)}을 돌려드렸습니다. 사유: {RefundRules.Wording(happened.Cause)}",
        ["카드는 카드사에 따라 며칠 뒤에 반영될 수 있습니다."],
        "결제 보기",
        Path(happened.PaymentId));

    public static News Of(PaymentFlagged happened) => Attention(
        $"의심스러운 결제 – {happened.Reason.Wording()}",
        happened.Moved > 0
            ? $"{Money(happened.Moved, happened.Currency)}이 들어와 자동으로 환불합니다."
            : "움직인 돈은 없습니다.",
        happened.PaymentId);

    public static News Of(RefundFailed happened) => Attention(
        "환불하지 못했습니다",
        $"{happened.Amount:N0}원: {happened.Error} PortOne 콘솔에서 확인한 뒤 다시 환불해 주세요.",
        happened.PaymentId);

    private static News Attention(string title, string body, Guid paymentId) =>
        new(NotificationKind.Attention, title, body, [], "결제 열기", $"/admin/payments/{paymentId}");

    private static string Path(Guid paymentId) => $"/payments/{paymentId}";

    private static string Money(long amount, string currency) => currency == "KRW" ? $"{amount:N0}원" : $"{currency} {amount:N0} (최소 단위)";
}
