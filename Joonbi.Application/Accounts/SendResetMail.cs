using Joonbi.Application.Mail;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Mails the link that sets a new password.</summary>
internal sealed class SendResetMail(IMediator mediator, IMailer mailer, ISecretTokens tokens) : IEventHandler<PasswordResetAsked>
{
    public static Lane Lane => Lane.Email;

    public async Task Handle(PasswordResetAsked happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new GetMailbox(happened.UserId), ct) is not { } mailbox)
            return;

        var letter = new Letter(
            [mailbox.Email],
            "[준비스튜디오] 비밀번호를 다시 정해 주세요",
            "비밀번호를 다시 정해 주세요",
            [
                $"{mailbox.Name}님, 비밀번호를 다시 정하려는 요청을 받았습니다.",
                "아래 버튼을 누르면 새 비밀번호를 정할 수 있습니다. 이 링크는 1시간 동안 한 번만 쓸 수 있습니다.",
                "요청하신 적이 없다면 이 메일을 무시해 주세요. 비밀번호는 바뀌지 않습니다.",
            ],
            new LetterLink("새 비밀번호 정하기", $"/reset-password?token={tokens.OfLink(happened.LinkId)}"),
            "reset_password");
        await mailer.Send(letter, delivery.MessageId, ct);
    }
}
