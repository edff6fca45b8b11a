using Joonbi.Application.Mail;
using Joonbi.Application.Payments;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Notifications;

/// <summary>Tells the customer by mail: one letter for each event, whose outbox message is the vendor's idempotency key.</summary>
internal sealed class MailCustomer(CustomerNews news, IMediator mediator, IMailer mailer) :
    IEventHandler<ConsultationCompleted>,
    IEventHandler<ConsultationRejected>,
    IEventHandler<ConsultationFailed>,
    IEventHandler<ConsultationPutOnHold>,
    IEventHandler<PaymentAwaited>,
    IEventHandler<ConsultationCancelled>,
    IEventHandler<PaymentPaid>,
    IEventHandler<RefundSucceeded>,
    IEventHandler<RefundAccountAwaited>,
    IEventHandler<RefundAccountOverdue>
{
    public static Lane Lane => Lane.Email;

    public async Task Handle(ConsultationCompleted happened, Delivery delivery, CancellationToken ct) =>
        await Mail(happened.UserId, await news.Of(happened, ct), delivery, ct);

    public Task Handle(ConsultationRejected happened, Delivery delivery, CancellationToken ct) => Mail(happened.UserId, news.Of(happened), delivery, ct);

    public Task Handle(ConsultationFailed happened, Delivery delivery, CancellationToken ct) => Mail(happened.UserId, news.Of(happened), delivery, ct);

    public Task Handle(ConsultationPutOnHold happened, Delivery delivery, CancellationToken ct) => Mail(happened.UserId, news.Of(happened), delivery, ct);

    public Task Handle(PaymentAwaited happened, Delivery delivery, CancellationToken ct) => Mail(happened.UserId, news.Of(happened), delivery, ct);

    public Task Handle(ConsultationCancelled happened, Delivery delivery, CancellationToken ct) =>
        happened.By is Actor.System ? Mail(happened.UserId, news.Of(happened), delivery, ct) : Task.CompletedTask;

    public Task Handle(PaymentPaid happened, Delivery delivery, CancellationToken ct) => Mail(happened.UserId, PaymentNews.Of(happened), delivery, ct);

    public Task Handle(RefundSucceeded happened, Delivery delivery, CancellationToken ct) => Mail(happened.UserId, PaymentNews.Of(happened), delivery, ct);

    public Task Handle(RefundAccountAwaited happened, Delivery delivery, CancellationToken ct) => Mail(happened.UserId, PaymentNews.Of(happened), delivery, ct);

    public async Task Handle(RefundAccountOverdue happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new AwaitsAccount(happened.RefundId), ct))
            await Mail(happened.UserId, PaymentNews.Of(happened), delivery, ct);
    }

    private async Task Mail(Guid userId, News told, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new GetRecipient(userId, told.Kind), ct) is { } recipient)
            await mailer.Send(told.ToLetter([recipient.Email], recipient.Name), delivery.MessageId, ct);
    }
}
