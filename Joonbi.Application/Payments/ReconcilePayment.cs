namespace Joonbi.Application.Payments;

/// <summary>Asks the vendor about a payment of which nobody has told us: a lost browser and a lost webhook still end in PAID.</summary>
/// <param name="PaymentId">Which payment.</param>
/// <param name="TransactionId">The attempt that is known to have paid it, if any.</param>
public sealed record ReconcilePayment(Guid PaymentId, string? TransactionId) : ICommand;

internal sealed class ReconcilePaymentHandler(IPaymentGateway gateway, Confirmations confirmations) : AsyncRequestHandler<ReconcilePayment>
{
    protected override async Task Handle(ReconcilePayment command, CancellationToken ct)
    {
        var said = await gateway.Find(new PaymentKey(command.PaymentId.ToString("n"), command.TransactionId), ct);
        await confirmations.TakeIn(command.PaymentId, said, ct);
    }
}
