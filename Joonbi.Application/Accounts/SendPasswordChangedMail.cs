using Joonbi.Application.Mail;
using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Tells a person that the password was changed, so that a thief cannot do it unnoticed.</summary>
internal sealed class SendPasswordChangedMail(IMediator mediator, IMailer mailer) : IEventHandler<PasswordChanged>
{
    public static Lane Lane => Lane.Email;

    public async Task Handle(PasswordChanged happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new GetMailbox(happened.UserId), ct) is not { } mailbox)
            return;

        var letter = new Letter(
            [mailbox.Email],
            "[준비스튜디오] 비밀번호가 변경되었습니다",
            "비밀번호가 변경되었습니다",
            [
                $"{mailbox.Name}님, {Seoul.Clock(delivery.OccurredAt):yyyy년 M월 d일 HH:mm}에 비밀번호가 변경되었습니다. 다른 기기에서는 모두 로그아웃되었습니다.",
                "직접 변경하셨다면 하실 일이 없습니다. 변경하신 적이 없다면 아래 버튼을 눌러 지금 바로 비밀번호를 다시 정해 주세요.",
            ],
            new LetterLink("비밀번호 다시 정하기", "/forgot-password"),
            "password_changed");
        await mailer.Send(letter, delivery.MessageId, ct);
    }
}
