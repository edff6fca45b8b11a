using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>What the rules would return of a payment now, for each cause that a person may judge by.</summary>
public sealed record PreviewRefund(Guid PaymentId) : IQuery<RefundPreview?>;

/// <summary>What may go back, and what each rule says about it.</summary>
/// <param name="Refundable">What may still go back, in whole KRW.</param>
/// <param name="Rules">One line for each cause.</param>
public sealed record RefundPreview(long Refundable, IReadOnlyList<RefundRuleLine> Rules);

/// <summary>What one rule says.</summary>
/// <param name="Cause">Why it would go back.</param>
/// <param name="Amount">How much would, in whole KRW; 0 is nothing.</param>
public sealed record RefundRuleLine(RefundCause Cause, long Amount);
