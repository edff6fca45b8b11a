using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>One of the customer's own payments.</summary>
public sealed record GetPayment(Guid Id, Guid UserId) : IQuery<PaymentDetails?>;

/// <summary>A payment as its customer sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PaymentId">Its id at the vendor.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="SubjectId">The consultation or the project.</param>
/// <param name="OrderName">As on the card's statement.</param>
/// <param name="Amount">Whole KRW.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Refunded">What of it has gone back, in whole KRW.</param>
/// <param name="Failure">Why it failed or was cancelled.</param>
/// <param name="ReceiptUrl">The vendor's page that shows it as a receipt.</param>
/// <param name="Refunds">What went back or is on its way.</param>
/// <param name="RefundAccountNeeded">A refund waits until its customer says to which account it goes: <c>PUT /api/payments/{id}/refund-account</c>.</param>
/// <param name="RefundAccount">The account that was named, masked, as long as a refund may need it.</param>
/// <param name="Version">Raised by every change; <c>If-Match</c> demands it.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="PaidAt">When it was paid.</param>
public sealed record PaymentDetails(
    Guid Id,
    string PaymentId,
    PaymentPurpose Purpose,
    Guid SubjectId,
    string OrderName,
    long Amount,
    PaymentStatus Status,
    long Refunded,
    string? Failure,
    string? ReceiptUrl,
    IReadOnlyList<RefundLine> Refunds,
    bool RefundAccountNeeded,
    MaskedAccount? RefundAccount,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PaidAt);

/// <summary>Money that went back or is on its way.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Amount">Whole KRW.</param>
/// <param name="Cause">Why.</param>
/// <param name="Note">The studio's words to it.</param>
/// <param name="Status">How far it is.</param>
/// <param name="CreatedAt">When it was decided.</param>
/// <param name="SettledAt">When it ended.</param>
public sealed record RefundLine(Guid Id, long Amount, RefundCause Cause, string? Note, RefundStatus Status, DateTimeOffset CreatedAt, DateTimeOffset? SettledAt);
