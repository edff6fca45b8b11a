using Joonbi.Application.Payments;
using Joonbi.Domain.Accounts;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Notifications;

/// <summary>Tells the customer in the app; what may come in numbers is mailed from here, together, if it stays unread.</summary>
internal sealed class NotifyCustomer(CustomerNews news, IMediator mediator, ConsultationPolicy policy) :
    IEventHandler<ConsultationCompleted>,
    IEventHandler<ConsultationRejected>,
    IEventHandler<ConsultationFailed>,
    IEventHandler<ConsultationPutOnHold>,
    IEventHandler<PaymentAwaited>,
    IEventHandler<ConsultationCancelled>,
    IEventHandler<MessagePosted>,
    IEventHandler<DocumentDelivered>,
    IEventHandler<DesignsDelivered>,
    IEventHandler<PaymentPaid>,
    IEventHandler<RefundSucceeded>,
    IEventHandler<RefundAccountAwaited>,
    IEventHandler<MailFailed>
{
    /// <summary>One call of the agent may bring four documents, and the screens follow.</summary>
    private static readonly TimeSpan WhatComesTogether = TimeSpan.FromMinutes(1);

    public static Lane Lane => Lane.Internal;

    public async Task Handle(ConsultationCompleted happened, Delivery delivery, CancellationToken ct) =>
        await Notify(happened.UserId, await news.Of(happened, ct), null, delivery, ct);

    public Task Handle(ConsultationRejected happened, Delivery delivery, CancellationToken ct) => Notify(happened.UserId, news.Of(happened), null, delivery, ct);

    public Task Handle(ConsultationFailed happened, Delivery delivery, CancellationToken ct) => Notify(happened.UserId, news.Of(happened), null, delivery, ct);

    public Task Handle(ConsultationPutOnHold happened, Delivery delivery, CancellationToken ct) => Notify(happened.UserId, news.Of(happened), null, delivery, ct);

    public Task Handle(PaymentAwaited happened, Delivery delivery, CancellationToken ct) => Notify(happened.UserId, news.Of(happened), null, delivery, ct);

    public Task Handle(ConsultationCancelled happened, Delivery delivery, CancellationToken ct) =>
        happened.By is Actor.System ? Notify(happened.UserId, news.Of(happened), null, delivery, ct) : Task.CompletedTask;

    /// <summary>A thread's news; the answer of a SIMPLE consultation is told as its result.</summary>
    public async Task Handle(MessagePosted happened, Delivery delivery, CancellationToken ct)
    {
        var told = news.Of(happened);
        if (happened.By is Actor.Customer)
            await mediator.Send(new MarkThreadRead(happened.UserId, told.Path, delivery.OccurredAt), ct);
        else if (!happened.Answers)
            await Notify(happened.UserId, told, policy.UnreadMailAfter, delivery, ct);
    }

    public Task Handle(DocumentDelivered happened, Delivery delivery, CancellationToken ct) =>
        happened.AfterCompletion ? Notify(happened.UserId, news.Of(happened), WhatComesTogether, delivery, ct) : Task.CompletedTask;

    public Task Handle(DesignsDelivered happened, Delivery delivery, CancellationToken ct) =>
        happened.AfterCompletion ? Notify(happened.UserId, news.Of(happened), WhatComesTogether, delivery, ct) : Task.CompletedTask;

    public Task Handle(PaymentPaid happened, Delivery delivery, CancellationToken ct) => Notify(happened.UserId, PaymentNews.Of(happened), null, delivery, ct);

    public Task Handle(RefundSucceeded happened, Delivery delivery, CancellationToken ct) => Notify(happened.UserId, PaymentNews.Of(happened), null, delivery, ct);

    public Task Handle(RefundAccountAwaited happened, Delivery delivery, CancellationToken ct) => mediator.Send(
        new AskForRefundAccount(
            Notification.Of(PaymentNews.Of(happened), happened.UserId, delivery),
            new RefundAccountOverdue(happened.PaymentId, happened.UserId, happened.RefundId, happened.OrderName, happened.Amount, happened.Currency)),
        ct);

    public Task Handle(MailFailed happened, Delivery delivery, CancellationToken ct) => Notify(happened.UserId, AccountNews.Of(happened), null, delivery, ct);

    private Task Notify(Guid userId, News told, TimeSpan? mailAfter, Delivery delivery, CancellationToken ct) =>
        mediator.Send(new StoreNotification(Notification.Of(told, userId, delivery), mailAfter), ct);
}
