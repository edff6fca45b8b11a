using System.Globalization;
using Joonbi.Domain;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Notifications;

/// <summary>What customers are told, in words: the facts first, warm and short, one thing to do.</summary>
internal sealed class CustomerNews(IMediator mediator, ConsultationPolicy policy)
{
    private const string Refund = "이미 결제하신 분석비가 있다면 전액 환불해 드립니다.";

    public async Task<News> Of(ConsultationCompleted happened, CancellationToken ct)
    {
        if (happened.ConsultationKind is ConsultationKind.Simple)
            return Result(happened.ConsultationId, $"{Named(happened.ProjectName)} 상담에 답변드렸습니다", "담당자가 상담에 답변을 남겼습니다.", ["더 궁금하신 점은 상담 화면에서 편하게 이어서 남겨 주세요."], "답변 보기");

        var verdict = (await mediator.Send(new GetVerdict(happened.ConsultationId), ct))!;
        return Result(
            happened.ConsultationId,
            $"{Named(happened.ProjectName)} 분석이 완료되었습니다",
            $"판정은 ‘{verdict.Feasibility}’이고, 예상 견적은 {verdict.Estimate}, 예상 기간은 {verdict.Duration}입니다.",
            [
                "업무분석서, 요구사항명세서, 샘플기획서, 견적서를 PDF로 준비해 두었습니다." + (verdict.HasScreens ? " 샘플 화면도 함께 보실 수 있습니다." : ""),
                "천천히 살펴보시고 궁금한 점은 상담 화면에 남겨 주세요.",
            ],
            "결과 보기");
    }

    public News Of(ConsultationRejected happened) => Result(
        happened.ConsultationId,
        $"{Named(happened.ProjectName)} 상담을 진행하기 어렵습니다",
        $"사유: {happened.Reason.Visible()}",
        ["맡겨 주신 마음에 보답하지 못해 죄송합니다. 내용을 바꾸어 언제든 다시 신청하실 수 있습니다.", Refund],
        "상담 보기");

    public News Of(ConsultationFailed happened) => Result(
        happened.ConsultationId,
        $"{Named(happened.ProjectName)} 분석을 마치지 못했습니다",
        "여러 번 시도했지만 분석을 끝내지 못했습니다. 기다려 주셨는데 죄송합니다.",
        ["담당자가 원인을 확인하고 있습니다.", Refund],
        "상담 보기");

    public News Of(ConsultationPutOnHold happened) => Result(
        happened.ConsultationId,
        $"{Named(happened.ProjectName)} 참고 사이트 주소를 알려 주세요",
        "분석을 시작하려면 비슷하게 만들고 싶은 사이트의 주소가 하나 이상 필요합니다.",
        ["주소를 추가해 주시면 바로 이어서 진행하겠습니다."],
        "주소 추가하기");

    public News Of(PaymentAwaited happened) => new(
        NotificationKind.PaymentRequest,
        $"{Named(happened.ProjectName)} 분석비 결제를 부탁드립니다",
        $"분석비는 {policy.AnalysisFee:N0}원이며, {Time(happened.DueBy)}까지 결제해 주세요.",
        ["결제가 확인되면 바로 분석을 시작합니다. 기한이 지나면 상담은 자동으로 취소되고 비용은 들지 않습니다."],
        "상담 화면으로 가기",
        Path(happened.ConsultationId));

    public News Of(ConsultationCancelled happened) => Result(
        happened.ConsultationId,
        $"{Named(happened.ProjectName)} 상담이 취소되었습니다",
        "결제 기한이 지나 상담이 자동으로 취소되었습니다. 청구된 비용은 없습니다.",
        ["필요하실 때 언제든 다시 신청해 주세요."],
        "상담 보기");

    public News Of(MessagePosted happened) => new(
        NotificationKind.MessageReceived,
        $"{Named(happened.ProjectName)} 새 메시지가 도착했습니다",
        "담당자가 상담에 메시지를 남겼습니다.",
        [],
        "메시지 보기",
        Path(happened.ConsultationId));

    public News Of(DocumentDelivered happened) => Uploaded(happened.ConsultationId, happened.ProjectName, happened.Type.Title(), happened.Version);

    public News Of(DesignsDelivered happened) => Uploaded(happened.ConsultationId, happened.ProjectName, "샘플 화면", happened.Version);

    private static News Uploaded(Guid id, string projectName, string what, int version) => new(
        NotificationKind.DocumentUploaded, $"{Named(projectName)} 새 자료가 도착했습니다", $"{what} {version}판이 올라왔습니다.", [], "자료 보기", Path(id));

    private static News Result(Guid id, string title, string body, IReadOnlyList<string> more, string button) =>
        new(NotificationKind.ConsultationResult, title, body, more, button, Path(id));

    private static string Path(Guid id) => $"/consultations/{id}";

    private static string Named(string projectName) => $"‘{projectName.Visible()}’";

    private static string Time(DateTimeOffset instant) => Seoul.Clock(instant).ToString("M월 d일 HH:mm", CultureInfo.InvariantCulture);
}
