using Joonbi.Application.Mail;
using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>The law wants whoever agrees to advertisements, or no longer, told what came of it: by whom, when and what.</summary>
internal sealed class SendMarketingConsentMail(IMediator mediator, IMailer mailer) : IEventHandler<MarketingConsentChanged>
{
    public static Lane Lane => Lane.Email;

    public async Task Handle(MarketingConsentChanged happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new GetMailbox(happened.UserId), ct) is not { } mailbox)
            return;

        var what = happened.Granted ? "수신 동의" : "수신 동의 철회";
        var letter = new Letter(
            [mailbox.Email],
            $"[준비스튜디오] 광고성 정보 {what} 처리 결과",
            $"광고성 정보 {what} 처리 결과",
            [
                $"{mailbox.Name}님, 준비스튜디오가 {Seoul.Clock(delivery.OccurredAt):yyyy년 M월 d일}에 광고성 정보 {what}를 처리했습니다.",
                happened.Granted ? "언제든 내 계정 화면에서 철회하실 수 있습니다." : "앞으로 광고성 정보를 보내 드리지 않습니다. 상담과 결제에 관한 안내는 계속 보내 드립니다.",
            ],
            new LetterLink("내 계정 보기", "/account"),
            "marketing_consent");
        await mailer.Send(letter, delivery.MessageId, ct);
    }
}
