using Joonbi.Domain;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>Writes the vendor's answer to a refund down.</summary>
public sealed record RecordRefund(Guid PaymentId, Guid RefundId, RefundAnswer Answer) : ICommand;

internal sealed class RecordRefundHandler(IPaymentRepository payments, IRandomSource random, PaymentPolicy policy, TimeProvider clock) : AsyncRequestHandler<RecordRefund>
{
    protected override async Task Handle(RecordRefund command, CancellationToken ct)
    {
        var payment = (await payments.Find(command.PaymentId, ct))!;
        if (command.Answer is RefundAnswer.Taken taken)
            payment.Answered(command.RefundId, taken.Cancellation, policy, random, clock.GetUtcNow());
        else if (command.Answer is RefundAnswer.Refused refused)
            payment.Refused(command.RefundId, refused.Error, refused.Final, refused.MayBeTheAccount, random, clock.GetUtcNow());

        await payments.Save(payment, ct);
    }
}
