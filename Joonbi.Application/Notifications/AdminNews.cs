using Joonbi.Application.Outbox;
using Joonbi.Domain;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Notifications;

/// <summary>What the studio's people are told, in words.</summary>
internal static class AdminNews
{
    public static News Of(AttentionNeeded happened) =>
        About(happened.ConsultationId, $"확인이 필요합니다 – {happened.ProjectName.Visible()}", happened.Reason);

    public static News Of(AnswerAwaited happened) =>
        About(happened.ConsultationId, $"새 간편 상담 – {happened.ProjectName.Visible()}", "고객이 답변을 기다리고 있습니다.");

    public static News Of(MessagePosted happened) =>
        About(happened.ConsultationId, $"고객 메시지 – {happened.ProjectName.Visible()}", "고객이 상담에 메시지를 남겼습니다.");

    public static News Of(OutboxMessageDied happened) => new(
        NotificationKind.Attention,
        $"{Destination(happened.DeadLane)} 전달에 실패했습니다",
        $"{happened.Handler}: {happened.Error}",
        ["원인을 해결한 뒤 관리자 화면에서 다시 보내 주세요. 같은 경로의 실패는 한 시간 동안 다시 알리지 않습니다."],
        "실패한 전달 보기",
        "/admin/outbox");

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
