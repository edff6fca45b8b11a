using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>Everything about one payment, for the studio.</summary>
public sealed record InspectPayment(Guid Id) : IQuery<PaymentDossier?>;

/// <summary>A payment as the studio sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PaymentId">Its id at the vendor.</param>
/// <param name="TransactionId">The vendor's id of the attempt that paid it.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="SubjectId">The consultation or the project.</param>
/// <param name="OrderName">As on the card's statement.</param>
/// <param name="Customer">Who pays.</param>
/// <param name="Amount">Whole KRW.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Paid">What has come, in whole KRW.</param>
/// <param name="Refunded">What of it has gone back.</param>
/// <param name="Refundable">What may still go back.</param>
/// <param name="Method">How it was paid, in the vendor's words.</param>
/// <param name="Failure">Why it failed or was cancelled.</param>
/// <param name="ReceiptUrl">The vendor's page that shows it as a receipt.</param>
/// <param name="Refunds">Everything that went back or was to.</param>
/// <param name="RefundAccountNeeded">A refund waits until somebody says to which account it goes: <c>PUT /api/admin/payments/{id}/refund-account</c>.</param>
/// <param name="RefundAccount">The account that was named, masked, as long as a refund may need it.</param>
/// <param name="Flags">What was wrong with what claimed to be it.</param>
/// <param name="NextCheckAt">When the vendor is asked next.</param>
/// <param name="Version">Raised by every change; <c>If-Match</c> demands it.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="PaidAt">When it was paid.</param>
public sealed record PaymentDossier(
    Guid Id,
    string PaymentId,
    string? TransactionId,
    PaymentPurpose Purpose,
    Guid SubjectId,
    string OrderName,
    PaymentCustomer Customer,
    long Amount,
    PaymentStatus Status,
    long Paid,
    long Refunded,
    long Refundable,
    string? Method,
    string? Failure,
    string? ReceiptUrl,
    IReadOnlyList<RefundEntry> Refunds,
    bool RefundAccountNeeded,
    MaskedAccount? RefundAccount,
    IReadOnlyList<FlagEntry> Flags,
    DateTimeOffset? NextCheckAt,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PaidAt);

/// <summary>A refund as the studio sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FlagId">The flag whose money it returns; null for the payment's own.</param>
/// <param name="Amount">In the currency's smallest unit.</param>
/// <param name="Cause">Why.</param>
/// <param name="Note">The words of who decided.</param>
/// <param name="RequestedBy">The admin who decided; null when a rule did.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Error">What the vendor said last when it refused.</param>
/// <param name="CreatedAt">When it was decided.</param>
/// <param name="SettledAt">When it ended.</param>
public sealed record RefundEntry(
    Guid Id, Guid? FlagId, long Amount, RefundCause Cause, string? Note, Guid? RequestedBy, RefundStatus Status, string? Error, DateTimeOffset CreatedAt, DateTimeOffset? SettledAt);

/// <summary>A suspicion as the studio sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="TransactionId">The attempt at the vendor, if there was one.</param>
/// <param name="Moved">How much reached us by it, in the currency's smallest unit.</param>
/// <param name="Currency">Of that.</param>
/// <param name="ClaimantId">Who claimed it, when not its customer.</param>
/// <param name="At">When it was seen.</param>
public sealed record FlagEntry(Guid Id, FlagReason Reason, string? TransactionId, long Moved, string Currency, Guid? ClaimantId, DateTimeOffset At);
