using Joonbi.Application.Payments;
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
        $"{happened.Amount:N0}원: {happened.Error} " + (happened.AskedAgain ? "고객에게 환불 계좌를 다시 물었습니다." : "PortOne 콘솔에서 확인한 뒤 다시 환불해 주세요."),
        happened.PaymentId);

    public static News Of(RefundAccountAwaited happened) => Account(
        happened.Again ? "환불 계좌를 다시 확인해 주세요" : "환불받으실 계좌를 알려 주세요",
        happened.Again
            ? $"알려 주신 계좌로 {Money(happened.Amount, happened.Currency)}을 환불하지 못했습니다. 은행, 계좌번호, 예금주를 확인해 다시 알려 주세요."
            : $"{happened.OrderName} {Money(happened.Amount, happened.Currency)}을 돌려드리려고 합니다. 가상계좌로 결제하셔서 환불받으실 계좌가 필요합니다.",
        happened.PaymentId);

    public static News Of(RefundAccountOverdue happened) => Account(
        "환불받으실 계좌를 기다리고 있습니다",
        $"{happened.OrderName} {Money(happened.Amount, happened.Currency)}을 아직 돌려드리지 못했습니다. 계좌를 알려 주시면 바로 환불해 드립니다.",
        happened.PaymentId);

    /// <summary>For the studio: its customer has left, or does not answer.</summary>
    public static News ForAdmins(RefundAccountAwaited happened) => Attention(
        "환불 계좌를 물어볼 고객이 없습니다",
        $"탈퇴한 고객의 {happened.OrderName} {Money(happened.Amount, happened.Currency)} 환불입니다. 계좌를 알아내 결제 화면에 입력해 주세요.",
        happened.PaymentId);

    /// <inheritdoc cref="ForAdmins(RefundAccountAwaited)"/>
    public static News ForAdmins(RefundAccountOverdue happened) => Attention(
        "고객이 환불 계좌를 알려 주지 않았습니다",
        $"{happened.OrderName} {Money(happened.Amount, happened.Currency)} 환불이 기다리고 있습니다. 고객에게 연락해 계좌를 결제 화면에 입력해 주세요.",
        happened.PaymentId);

    public static News Of(LedgerDisagreed happened) => new(
        NotificationKind.Attention,
        "장부와 결제 기록이 다릅니다",
        $"결제 {happened.PaymentId} – 장부: {happened.Ledger}. 결제 기록: {happened.Payment}." + (happened.Others > 0 ? $" 그 밖에 {happened.Others}건이 더 있습니다." : ""),
        ["데이터베이스가 막는 일이므로, 백업을 일부만 복원했거나 누군가 직접 고친 것일 수 있습니다. 원인을 찾을 때까지 환불을 멈추고 개발자에게 알려 주세요."],
        "장부 열기",
        "/admin/ledger");

    private static News Account(string title, string body, Guid paymentId) => new(
        NotificationKind.PaymentRequest, title, body, ["계좌 정보는 암호화해 두었다가 환불이 끝나면 바로 지웁니다. 메일이나 메시지로는 보내지 마세요."], "환불 계좌 알려 주기", Path(paymentId));

    private static News Attention(string title, string body, Guid paymentId) =>
        new(NotificationKind.Attention, title, body, [], "결제 열기", $"/admin/payments/{paymentId}");

    private static string Path(Guid paymentId) => $"/payments/{paymentId}";

    private static string Money(long amount, string currency) => currency == "KRW" ? $"{amount:N0}원" : $"{currency} {amount:N0} (최소 단위)";
}
