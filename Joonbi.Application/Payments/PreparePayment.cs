using Joonbi.Domain;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>Asks a customer for what is owed. Prepared twice, it is the same payment as long as it is open.</summary>
/// <returns>The payment's id.</returns>
public sealed record PreparePayment(Guid UserId, PaymentOrder Order) : ICommand<Guid>;

/// <summary>What somebody wants to pay for. How much that is only the server says.</summary>
/// <param name="Purpose">CONSULTATION 분석 상담 요금.</param>
/// <param name="SubjectId">The consultation.</param>
public sealed record PaymentOrder(PaymentPurpose Purpose, Guid SubjectId);

internal sealed class PreparePaymentHandler(
    IPaymentRepository payments, IEnumerable<IPayable> payables, IPaymentGateway gateway, IRandomSource random, PaymentPolicy policy, TimeProvider clock)
    : IRequestHandler<PreparePayment, Guid>
{
    public async Task<Guid> Handle(PreparePayment command, CancellationToken ct)
    {
        // Refuses where no payments are taken.
        _ = gateway.Checkout;
        var payable = payables.FirstOrDefault(payable => payable.Purpose == command.Order.Purpose)
            ?? throw new RuleViolationException("PURPOSE_NOT_PAYABLE", "아직 결제할 수 없는 항목입니다.");

        // The thing that is paid for is locked by this, so that two at once make one payment.
        var invoice = await payable.Invoice(command.Order.SubjectId, command.UserId, ct);
        if (await payments.FindOpen(command.Order.Purpose, command.Order.SubjectId, ct) is { } open)
            return open;

        var payment = Payment.Prepare(random.NextId(), command.UserId, command.Order.Purpose, command.Order.SubjectId, invoice.OrderName, invoice.Amount, policy, clock.GetUtcNow());
        await payments.Add(payment, ct);
        return payment.Id;
    }
}
