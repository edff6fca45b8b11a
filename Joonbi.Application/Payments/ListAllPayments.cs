using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>Everybody's payments, newest first, for the studio.</summary>
/// <param name="Status">Only those in that state; null for all.</param>
/// <param name="Flagged">True: only those with a flag.</param>
/// <param name="Search">Only those of customers with this in their name or address.</param>
/// <param name="Page">Which part.</param>
public sealed record ListAllPayments(PaymentStatus? Status, bool Flagged, Search Search, PageRequest Page) : IQuery<Page<PaymentLine>>;

/// <summary>A line of the studio's list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="SubjectId">The consultation or the project.</param>
/// <param name="OrderName">As on the card's statement.</param>
/// <param name="Customer">Who pays.</param>
/// <param name="Amount">Whole KRW.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Refunded">What of it has gone back, in whole KRW.</param>
/// <param name="Flags">How often something was wrong with it.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="PaidAt">When it was paid.</param>
public sealed record PaymentLine(
    Guid Id,
    PaymentPurpose Purpose,
    Guid SubjectId,
    string OrderName,
    PaymentCustomer Customer,
    long Amount,
    PaymentStatus Status,
    long Refunded,
    int Flags,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PaidAt);

/// <summary>Who pays.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">As registered.</param>
/// <param name="Email">As registered.</param>
public sealed record PaymentCustomer(Guid Id, string Name, string Email);
