using Joonbi.Application.Accounts;
using Joonbi.Application.Analyses;
using Joonbi.Application.Mail;
using Joonbi.Application.Outbox;
using Joonbi.Application.Payments;
using Joonbi.Domain;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Notifications;

/// <summary>What the studio's people are told, in words.</summary>
internal static class AdminNews
{
    /// <summary>What each handler was about to do.</summary>
    private static readonly Dictionary<string, string> Errands = new()
    {
        [nameof(PostTrigger)] = "분석 요청 보내기",
        [nameof(PostToOperators)] = "운영 채널에 알리기",
        [nameof(MailCustomer)] = "고객 메일",
        [nameof(MailAdmins)] = "관리자 메일",
        [nameof(MailUnread)] = "읽지 않은 알림 메일",
        [nameof(NotifyCustomer)] = "고객 앱 알림",
        [nameof(NotifyAdmins)] = "관리자 앱 알림",
        [nameof(SendRefund)] = "결제사에 환불 요청",
        [nameof(RefundFeeByRule)] = "분석 요금 환불 결정",
        [nameof(SendVerificationMail)] = "주소 확인 메일",
        [nameof(SendResetMail)] = "비밀번호 재설정 메일",
        [nameof(SendPasswordChangedMail)] = "비밀번호 변경 메일",
        [nameof(SendEmailChangeMails)] = "이메일 주소 변경 메일",
        [nameof(SendMarketingConsentMail)] = "광고 수신 동의 메일",
        [nameof(EraseFiles)] = "파일 지우기",
    };

    public static News Of(AttentionNeeded happened) =>
        About(happened.ConsultationId, $"확인이 필요합니다 – {happened.ProjectName.Visible()}", happened.Reason);

    public static News Of(AnswerAwaited happened) =>
        About(happened.ConsultationId, $"새 간편 상담 – {happened.ProjectName.Visible()}", "고객이 답변을 기다리고 있습니다.");

    public static News Of(MessagePosted happened) =>
        About(happened.ConsultationId, $"고객 메시지 – {happened.ProjectName.Visible()}", "고객이 상담에 메시지를 남겼습니다.");

    public static News Of(OutboxMessageDied happened) => new(
        NotificationKind.Attention,
        $"{Destination(happened.DeadLane)} 전달에 실패했습니다",
        $"{Errand(happened.Handler)}: {happened.Error}",
        ["원인을 해결한 뒤 관리자 화면에서 다시 보내 주세요. 같은 경로의 실패는 한 시간 동안 다시 알리지 않습니다."],
        "실패한 전달 보기",
        "/admin/outbox");

    public static News Of(MailNotSent happened) => new(
        NotificationKind.Attention,
        "메일이 나가지 않았습니다",
        $"“{happened.Subject.Visible()}”: {happened.Reason.Visible()}",
        ["메일 업체가 받아 놓고 보내지 못했습니다. Resend에서 한도와 도메인 인증을 확인해 주세요."],
        "관리자 화면 열기",
        "/admin");

    /// <summary>In words; one without words is said as it is called.</summary>
    public static string Errand(string handler) => Errands.GetValueOrDefault(handler, handler);

    private static News About(Guid consultationId, string title, string body) =>
        new(NotificationKind.Attention, title, body, [], "상담 열기", $"/admin/consultations/{consultationId}");

    private static string Destination(Lane lane) => lane switch
    {
        Lane.Discord => "Discord",
        Lane.Email => "메일",
        Lane.Internal => "앱 알림",
        Lane.Payments => "환불",
    };
}
