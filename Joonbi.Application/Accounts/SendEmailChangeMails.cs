using Joonbi.Application.Mail;
using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Mails the link to the address that the person wants, and tells the old one when it is no longer theirs.</summary>
internal sealed class SendEmailChangeMails(IMediator mediator, IMailer mailer, ISecretTokens tokens) :
    IEventHandler<EmailChangeAsked>,
    IEventHandler<EmailChanged>
{
    public static Lane Lane => Lane.Email;

    public async Task Handle(EmailChangeAsked happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new GetLinkAddress(happened.LinkId), ct) is not { } mailbox)
            return;

        var letter = new Letter(
            [mailbox.Email],
            "[준비스튜디오] 새 이메일 주소를 확인해 주세요",
            "새 이메일 주소를 확인해 주세요",
            [
                $"{mailbox.Name}님, 이 주소를 준비스튜디오의 새 이메일 주소로 쓰려면 아래 버튼을 눌러 주세요.",
                "변경하면 모든 기기에서 로그아웃되며, 다음부터는 이 주소로 로그인합니다.",
                "이 링크는 48시간 동안 한 번만 쓸 수 있습니다. 요청하신 적이 없다면 이 메일을 무시하셔도 됩니다.",
            ],
            new LetterLink("이 주소로 변경하기", $"/change-email?token={tokens.OfLink(happened.LinkId)}"),
            "change_email");
        await mailer.Send(letter, delivery.MessageId, ct);
    }

    public async Task Handle(EmailChanged happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new GetLinkAddress(happened.LinkId), ct) is not { } mailbox)
            return;

        var letter = new Letter(
            [mailbox.Email],
            "[준비스튜디오] 이메일 주소가 변경되었습니다",
            "이메일 주소가 변경되었습니다",
            [
                $"{mailbox.Name}님, {Seoul.Clock(delivery.OccurredAt):yyyy년 M월 d일 HH:mm}에 준비스튜디오 계정의 이메일 주소가 다른 주소로 변경되었습니다. 앞으로 이 주소로는 안내를 보내 드리지 않습니다.",
                "직접 변경하셨다면 하실 일이 없습니다. 변경하신 적이 없다면 이 메일에 회신해 바로 알려 주세요.",
            ],
            new LetterLink("준비스튜디오로 가기", "/"),
            "email_changed");
        await mailer.Send(letter, delivery.MessageId, ct);
        await mediator.Send(new ForgetLinkAddress(happened.LinkId), CancellationToken.None);
    }
}
