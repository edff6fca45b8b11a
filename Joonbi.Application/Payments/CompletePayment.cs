using Joonbi.Domain;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>The browser came back from the payment window. What it says is a reason to ask the vendor, and nothing else.</summary>
/// <returns>The payment's id; null when it is not this customer's, whatever was claimed.</returns>
public sealed record CompletePayment(Guid UserId, PaymentReturn Return) : ICommand<Guid?>;

/// <summary>What the vendor's script returned, or its redirect carried.</summary>
/// <param name="PaymentId"><c>paymentId</c>, or <c>merchant_uid</c>.</param>
/// <param name="TransactionId">V1: <c>imp_uid</c>. V2: <c>txId</c>, which may be left out.</param>
public sealed record PaymentReturn(string PaymentId, string? TransactionId);

internal sealed class PaymentReturnValidator : AbstractValidator<PaymentReturn>
{
    private const int MaxId = 100;

    public PaymentReturnValidator()
    {
        RuleFor(back => back.PaymentId).NotEmpty().MaximumLength(MaxId);
        RuleFor(back => back.TransactionId).MaximumLength(MaxId).Matches("^[A-Za-z0-9_-]+$");
    }
}

internal sealed class CompletePaymentHandler(
    IPaymentRepository payments, Confirmations confirmations, IPaymentGateway gateway, IRandomSource random, TimeProvider clock)
    : IRequestHandler<CompletePayment, Guid?>
{
    public async Task<Guid?> Handle(CompletePayment command, CancellationToken ct)
    {
        if (Payment.IdOf(command.Return.PaymentId) is not { } id)
            return null;

        var said = await gateway.FindNow(new PaymentKey(id.ToString("n"), command.Return.TransactionId), ct);
        if (await payments.Find(id, ct) is not { } payment)
            return null;
        if (payment.UserId != command.UserId)
        {
            payment.ClaimedBy(command.UserId, random, clock.GetUtcNow());
            await payments.Save(payment, ct);
            return null;
        }

        if (command.Return.TransactionId is { } shown && shown != said?.TransactionId && await payments.IsOfAnother(shown, id, ct))
        {
            payment.ShownAnother(shown, random, clock.GetUtcNow());
            await payments.Save(payment, ct);
        }

        await confirmations.TakeIn(id, said, ct);
        return id;
    }
}
