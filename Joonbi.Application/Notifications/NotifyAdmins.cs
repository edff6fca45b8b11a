using Joonbi.Application.Outbox;
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
    IEventHandler<RefundFailed>
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

    private async Task Notify(News news, Delivery delivery, CancellationToken ct)
    {
        foreach (var admin in await mediator.Send(new ListAdmins(news.Kind), ct))
            await mediator.Send(new StoreNotification(Notification.Of(news, admin.Id, delivery), MailAfter: null), ct);
    }
}
