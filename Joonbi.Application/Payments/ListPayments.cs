using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>The customer's own payments, newest first.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Status">Only those in that state; null for all.</param>
/// <param name="Page">Which part.</param>
public sealed record ListPayments(Guid UserId, PaymentStatus? Status, PageRequest Page) : IQuery<Page<PaymentSummary>>;

/// <summary>A line of the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="SubjectId">The consultation or the project.</param>
/// <param name="OrderName">As on the card's statement.</param>
/// <param name="Amount">Whole KRW.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Refunded">What of it has gone back, in whole KRW.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="PaidAt">When it was paid.</param>
public sealed record PaymentSummary(
    Guid Id, PaymentPurpose Purpose, Guid SubjectId, string OrderName, long Amount, PaymentStatus Status, long Refunded, DateTimeOffset CreatedAt, DateTimeOffset? PaidAt);
