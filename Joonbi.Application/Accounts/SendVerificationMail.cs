using Joonbi.Application.Mail;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Mails the link that proves an address.</summary>
internal sealed class SendVerificationMail(IMediator mediator, IMailer mailer, ISecretTokens tokens) : IEventHandler<EmailVerificationAsked>
{
    public static Lane Lane => Lane.Email;

    public async Task Handle(EmailVerificationAsked happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new GetMailbox(happened.UserId), ct) is not { } mailbox)
            return;

        var letter = new Letter(
            [mailbox.Email],
            "[준비스튜디오] 이메일 주소를 확인해 주세요",
            "이메일 주소를 확인해 주세요",
            [
                $"{mailbox.Name}님, 준비스튜디오에 가입해 주셔서 고맙습니다.",
                "아래 버튼을 눌러 이메일 주소를 확인해 주세요. 상담 결과와 안내를 이 주소로 보내 드립니다.",
                "이 링크는 48시간 동안 한 번만 쓸 수 있습니다. 가입하신 적이 없다면 이 메일을 무시하셔도 됩니다.",
            ],
            new LetterLink("이메일 주소 확인하기", $"/verify-email?token={tokens.OfLink(happened.LinkId)}"),
            "verify_email");
        await mailer.Send(letter, delivery.MessageId, ct);
    }
}
