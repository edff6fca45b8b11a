using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>A webhook of the vendor's. Its signature is checked before anything of it is read, and its content only tells what to ask about.</summary>
public sealed record TakeNotice(RawNotice Notice) : ICommand<NoticeOutcome>;

internal sealed class TakeNoticeHandler(IPaymentGateway gateway, Confirmations confirmations, IWebhookDeliveries deliveries)
    : IRequestHandler<TakeNotice, NoticeOutcome>
{
    public async Task<NoticeOutcome> Handle(TakeNotice command, CancellationToken ct)
    {
        var notice = gateway.Read(command.Notice);
        if (notice.Key is not { } key)
            return NoticeOutcome.Irrelevant;

        var said = await gateway.FindNow(key, ct);
        if (said is null || Payment.IdOf(said.Reference) is not { } id)
            return NoticeOutcome.Unknown;
        if (notice.DeliveryId is { } delivery && !await deliveries.TryTake(WebhookSource.Portone, delivery, ct))
            return NoticeOutcome.Repeated;

        return await confirmations.TakeIn(id, said, ct) is null ? NoticeOutcome.Unknown : NoticeOutcome.TakenIn;
    }
}
