using Joonbi.Application.Consultations;
using Joonbi.Domain;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>An admin returns a part of a payment, or all that is left of it.</summary>
public sealed record RefundPayment(Guid PaymentId, Guid AdminId, RefundDraft Draft) : ICommand;

/// <summary>What goes back, and why.</summary>
/// <param name="Amount">Whole KRW; absent for all that is left.</param>
/// <param name="Reason">Korean, shown to the customer; 1–500 characters.</param>
public sealed record RefundDraft(long? Amount, string Reason);

internal sealed class RefundDraftValidator : AbstractValidator<RefundDraft>
{
    private const int MaxReason = 500;

    public RefundDraftValidator()
    {
        RuleFor(draft => draft.Amount).GreaterThanOrEqualTo(1);
        RuleFor(draft => draft.Reason).NotEmpty().Length(1, MaxReason).PlainText();
    }
}

internal sealed class RefundPaymentHandler(IPaymentRepository payments, IPaymentGateway gateway, IAuditLog audit, IRandomSource random, TimeProvider clock)
    : AsyncRequestHandler<RefundPayment>
{
    protected override async Task Handle(RefundPayment command, CancellationToken ct)
    {
        // Refuses where nobody could make the refund.
        _ = gateway.Checkout;
        var payment = await payments.Find(command.PaymentId, ct) ?? throw Payment.NotFound();
        var before = new { payment.Refundable };
        var refund = payment.Return(command.Draft.Amount, command.Draft.Reason.Trim(), command.AdminId, random, clock.GetUtcNow());
        await payments.Save(payment, ct);
        await audit.Write(command.AdminId, "payment.refund", payment.Id, before, new { RefundId = refund.Id, refund.Amount, refund.Note, payment.Refundable }, ct);
    }
}
