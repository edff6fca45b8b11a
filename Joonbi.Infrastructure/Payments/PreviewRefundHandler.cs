using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;

namespace Joonbi.Infrastructure.Payments;

internal sealed class PreviewRefundHandler(IMediator mediator) : IRequestHandler<PreviewRefund, RefundPreview?>
{
    /// <summary>Not what a person decides without a rule, and not what we only learn of.</summary>
    private static readonly RefundCause[] Judged = [.. Enum.GetValues<RefundCause>().Except([RefundCause.ByAdmin, RefundCause.AtVendor])];

    public async Task<RefundPreview?> Handle(PreviewRefund query, CancellationToken ct) =>
        await mediator.Send(new InspectPayment(query.PaymentId), ct) is { } payment
            ? new RefundPreview(payment.Refundable, [.. Judged.Select(cause => new RefundRuleLine(cause, RefundRules.Due(cause, payment.Purpose, payment.Refundable)))])
            : null;
}
