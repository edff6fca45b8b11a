using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>
/// Puts a refund to the vendor. It looks at the payment first: an earlier attempt whose answer was lost shows there, and is
/// taken in instead of being made again. Between two transactions the vendor is asked, so no row stays locked meanwhile.
/// </summary>
internal sealed class SendRefund(IMediator mediator, IPaymentGateway gateway) : IEventHandler<RefundRequested>
{
    /// <summary>A bank that is closed for the night opens again; an account that does not exist is refused each time. After ten minutes of no it is the account.</summary>
    private const int NoesToAnAccount = 8;

    public static Lane Lane => Lane.Payments;

    public async Task Handle(RefundRequested happened, Delivery delivery, CancellationToken ct)
    {
        var said = await gateway.Find(new PaymentKey(happened.PaymentId.ToString("n"), happened.TransactionId), ct);
        if (await mediator.Send(new OrderRefund(happened.PaymentId, happened.RefundId, said), ct) is not { } order)
            return;

        var answer = Judge(await gateway.Refund(order, said, ct), order, delivery);

        // What the vendor has answered is written down even if the process is asked to stop in this very moment.
        await mediator.Send(new RecordRefund(happened.PaymentId, happened.RefundId, answer), CancellationToken.None);
        if (answer is RefundAnswer.Refused { Final: false } refused)
            throw DeliveryException.Retry($"portone: {refused.Error.Split(' ')[0]}");
    }

    /// <summary>A bank's words may repeat the account that it refuses; they are kept, and shown.</summary>
    private static RefundAnswer Judge(RefundAnswer answer, RefundOrder order, Delivery delivery) => answer is RefundAnswer.Refused refused && order.Account is { } account
        ? refused with { Error = account.MaskIn(refused.Error), Final = refused.Final || (refused.MayBeTheAccount && delivery.Attempt >= NoesToAnAccount) }
        : answer;
}
