using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Notifications;

/// <summary>What is told about an account, in words.</summary>
internal static class AccountNews
{
    /// <summary>In the app: by mail it would not arrive.</summary>
    public static News Of(MailFailed happened) => new(
        NotificationKind.ConsultationResult,
        "이메일이 전달되지 않습니다",
        happened.Complaint
            ? "저희 메일이 스팸으로 신고되어 더 보내 드리지 못할 수 있습니다. 실수였다면 다른 주소로 변경해 주세요."
            : "등록하신 주소로 보낸 메일이 반송되었습니다. 주소를 확인해 변경해 주세요.",
        [],
        "이메일 주소 변경하기",
        "/account");

    /// <summary>For the studio.</summary>
    public static News ForAdmins(MailFailed happened) => new(
        NotificationKind.Attention,
        "고객에게 메일이 가지 않습니다",
        (happened.Complaint ? "고객이 메일을 스팸으로 신고했습니다." : "고객의 주소에서 메일이 반송되었습니다.") + " 급한 소식은 전화로 알려 주세요.",
        [],
        "고객 열기",
        $"/admin/customers/{happened.UserId}");
}
