using Joonbi.Application.Accounts;
using Joonbi.Application.Mail;
using Joonbi.Application.Outbox;
using Joonbi.Application.Payments;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Notifications;

/// <summary>
/// Mails what needs a person. One letter to all: they are colleagues who may see each other's addresses, see who else was told,
/// and answer to all; and one letter is one idempotency key, so a repeat reaches nobody twice. A death on the way to the mail
/// is not told by mail: Discord tells it.
/// </summary>
internal sealed class MailAdmins(IMediator mediator, IMailer mailer) :
    IEventHandler<AttentionNeeded>,
    IEventHandler<OutboxMessageDied>,
    IEventHandler<PaymentFlagged>,
    IEventHandler<RefundFailed>,
    IEventHandler<RefundAccountAwaited>,
    IEventHandler<RefundAccountOverdue>,
    IEventHandler<LedgerDisagreed>
{
    public static Lane Lane => Lane.Email;

    public Task Handle(AttentionNeeded happened, Delivery delivery, CancellationToken ct) => Mail(AdminNews.Of(happened), delivery, ct);

    public Task Handle(OutboxMessageDied happened, Delivery delivery, CancellationToken ct) =>
        happened is { First: true, DeadLane: not Lane.Email } ? Mail(AdminNews.Of(happened), delivery, ct) : Task.CompletedTask;

    public Task Handle(PaymentFlagged happened, Delivery delivery, CancellationToken ct) => Mail(PaymentNews.Of(happened), delivery, ct);

    public Task Handle(RefundFailed happened, Delivery delivery, CancellationToken ct) => Mail(PaymentNews.Of(happened), delivery, ct);

    public async Task Handle(RefundAccountAwaited happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new GetMailbox(happened.UserId), ct) is null)
            await Mail(PaymentNews.ForAdmins(happened), delivery, ct);
    }

    public async Task Handle(RefundAccountOverdue happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new AwaitsAccount(happened.RefundId), ct))
            await Mail(PaymentNews.ForAdmins(happened), delivery, ct);
    }

    public Task Handle(LedgerDisagreed happened, Delivery delivery, CancellationToken ct) => Mail(PaymentNews.Of(happened), delivery, ct);

    private async Task Mail(News news, Delivery delivery, CancellationToken ct)
    {
        var admins = await mediator.Send(new ListAdmins(news.Kind), ct);
        if (admins.Where(admin => admin.WantsMail).Select(admin => admin.Email).ToList() is { Count: > 0 } addresses)
            await mailer.Send(news.ToLetter(addresses), delivery.MessageId, ct);
    }
}
