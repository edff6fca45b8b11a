using Joonbi.Application.Accounts;
using Joonbi.Application.Mail;
using Joonbi.Application.Outbox;
using Joonbi.Application.Payments;
using Joonbi.Domain.Accounts;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Notifications;

/// <summary>Tells every admin in the app.</summary>
internal sealed class NotifyAdmins(IMediator mediator) :
    IEventHandler<AttentionNeeded>,
    IEventHandler<AnswerAwaited>,
    IEventHandler<MessagePosted>,
    IEventHandler<OutboxMessageDied>,
    IEventHandler<PaymentFlagged>,
    IEventHandler<RefundFailed>,
    IEventHandler<RefundAccountAwaited>,
    IEventHandler<RefundAccountOverdue>,
    IEventHandler<LedgerDisagreed>,
    IEventHandler<MailFailed>,
    IEventHandler<MailNotSent>
{
    public static Lane Lane => Lane.Internal;

    public Task Handle(AttentionNeeded happened, Delivery delivery, CancellationToken ct) => Notify(AdminNews.Of(happened), delivery, ct);

    public Task Handle(AnswerAwaited happened, Delivery delivery, CancellationToken ct) => Notify(AdminNews.Of(happened), delivery, ct);

    public Task Handle(MessagePosted happened, Delivery delivery, CancellationToken ct) =>
        happened.By is Actor.Customer ? Notify(AdminNews.Of(happened), delivery, ct) : Task.CompletedTask;

    public Task Handle(OutboxMessageDied happened, Delivery delivery, CancellationToken ct) =>
        happened.First ? Notify(AdminNews.Of(happened), delivery, ct) : Task.CompletedTask;

    public Task Handle(PaymentFlagged happened, Delivery delivery, CancellationToken ct) => Notify(PaymentNews.Of(happened), delivery, ct);

    public Task Handle(RefundFailed happened, Delivery delivery, CancellationToken ct) => Notify(PaymentNews.Of(happened), delivery, ct);

    public async Task Handle(RefundAccountAwaited happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new GetMailbox(happened.UserId), ct) is null)
            await Notify(PaymentNews.ForAdmins(happened), delivery, ct);
    }

    public async Task Handle(RefundAccountOverdue happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new AwaitsAccount(happened.RefundId), ct))
            await Notify(PaymentNews.ForAdmins(happened), delivery, ct);
    }

    public Task Handle(LedgerDisagreed happened, Delivery delivery, CancellationToken ct) => Notify(PaymentNews.Of(happened), delivery, ct);

    public Task Handle(MailFailed happened, Delivery delivery, CancellationToken ct) => Notify(AccountNews.ForAdmins(happened), delivery, ct);

    public Task Handle(MailNotSent happened, Delivery delivery, CancellationToken ct) => Notify(AdminNews.Of(happened), delivery, ct);

    private async Task Notify(News news, Delivery delivery, CancellationToken ct)
    {
        foreach (var admin in await mediator.Send(new ListAdmins(news.Kind), ct))
            await mediator.Send(new StoreNotification(Notification.Of(news, admin.Id, delivery), MailAfter: null), ct);
    }
}
