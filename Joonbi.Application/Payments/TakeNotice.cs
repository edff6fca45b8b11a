using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>A webhook of the vendor's. Its signature is checked before anything of it is read, and its content only tells what to ask about.</summary>
public sealed record TakeNotice(RawNotice Notice) : ICommand<NoticeOutcome>;

/// <summary>What a webhook came to, for the log: the sender is told nothing but that it came.</summary>
public enum NoticeOutcome
{
    /// <summary>The payment is as the vendor says.</summary>
    TakenIn,

    /// <summary>This delivery was acted upon before.</summary>
    Repeated,

    /// <summary>No payment of ours.</summary>
    Unknown,

    /// <summary>Not about a payment.</summary>
    Irrelevant,
}

/// <summary>Which webhooks were acted upon, in the transaction that acted.</summary>
public interface IWebhookDeliveries
{
    /// <summary>False when this delivery was acted upon before; one that is being acted upon at this moment is waited for.</summary>
    Task<bool> TryTake(string deliveryId, CancellationToken ct);
}

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
        if (notice.DeliveryId is { } delivery && !await deliveries.TryTake(delivery, ct))
            return NoticeOutcome.Repeated;

        return await confirmations.TakeIn(id, said, ct) is null ? NoticeOutcome.Unknown : NoticeOutcome.TakenIn;
    }
}
