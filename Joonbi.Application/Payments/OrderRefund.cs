using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>Takes in what the vendor says of the payment before more of it is asked back.</summary>
/// <returns>What to ask for; null when this refund has reached the vendor, or its end, or has lost its account.</returns>
public sealed record OrderRefund(Guid PaymentId, Guid RefundId, VendorPayment? Said) : ICommand<RefundOrder?>;

internal sealed class OrderRefundHandler(IPaymentRepository payments, Confirmations confirmations, RefundAccounts accounts, TimeProvider clock)
    : IRequestHandler<OrderRefund, RefundOrder?>
{
    public async Task<RefundOrder?> Handle(OrderRefund command, CancellationToken ct)
    {
        var payment = (command.Said is null ? await payments.Find(command.PaymentId, ct) : await confirmations.TakeIn(command.PaymentId, command.Said, ct))!;
        if (payment.Order(command.RefundId) is not { } order || payment.RefundAccount is not { } kept)
            return payment.Order(command.RefundId);
        if (accounts.Open(payment.Id, kept) is { } account)
            return order with { Account = account };

        payment.LoseAccount(clock.GetUtcNow());
        await payments.Save(payment, ct);
        return payment.Order(command.RefundId);
    }
}
