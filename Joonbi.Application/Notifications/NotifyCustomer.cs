using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Notifications;

/// <summary>Tells the customer in the app.</summary>
internal sealed class NotifyCustomer(CustomerNews news, IMediator mediator) :
    IEventHandler<ConsultationCompleted>,
    IEventHandler<ConsultationRejected>,
    IEventHandler<ConsultationFailed>,
    IEventHandler<ConsultationPutOnHold>,
    IEventHandler<PaymentAwaited>,
    IEventHandler<ConsultationCancelled>
{
    public static Lane Lane => Lane.Internal;

    public async Task Handle(ConsultationCompleted happened, Delivery delivery, CancellationToken ct) =>
        await Notify(happened.UserId, await news.Of(happened, ct), delivery, ct);

    public Task Handle(ConsultationRejected happened, Delivery delivery, CancellationToken ct) => Notify(happened.UserId, news.Of(happened), delivery, ct);

    public Task Handle(ConsultationFailed happened, Delivery delivery, CancellationToken ct) => Notify(happened.UserId, news.Of(happened), delivery, ct);

    public Task Handle(ConsultationPutOnHold happened, Delivery delivery, CancellationToken ct) => Notify(happened.UserId, news.Of(happened), delivery, ct);

    public Task Handle(PaymentAwaited happened, Delivery delivery, CancellationToken ct) => Notify(happened.UserId, news.Of(happened), delivery, ct);

    public Task Handle(ConsultationCancelled happened, Delivery delivery, CancellationToken ct) =>
        happened.By is Actor.System ? Notify(happened.UserId, news.Of(happened), delivery, ct) : Task.CompletedTask;

    private Task Notify(Guid userId, News told, Delivery delivery, CancellationToken ct) =>
        mediator.Send(new StoreNotification(Notification.Of(told, userId, delivery)), ct);
}
