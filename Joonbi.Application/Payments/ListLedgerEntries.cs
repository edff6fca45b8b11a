using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>The ledger entry by entry, newest first.</summary>
/// <param name="Kind">Only those; null for all.</param>
/// <param name="Filter">What else narrows it.</param>
/// <param name="Page">Which part.</param>
public sealed record ListLedgerEntries(LedgerKind? Kind, LedgerFilter Filter, PageRequest Page) : IQuery<Page<LedgerEntry>>;

/// <summary>The ledger entry by entry, oldest first, each as it is read: however many there are, they are never in memory at once.</summary>
public sealed record ReadLedgerEntries(LedgerPeriod Period) : IQuery<IAsyncEnumerable<LedgerEntry>>;

/// <summary>Which entries; what is absent narrows nothing.</summary>
/// <param name="From">Booked on that day or later, by the calendar in Seoul.</param>
/// <param name="To">Booked on that day or earlier.</param>
/// <param name="PaymentId">Of that payment.</param>
public sealed record LedgerFilter(DateOnly? From, DateOnly? To, Guid? PaymentId);

/// <summary>A line of the ledger. It can be neither changed nor deleted.</summary>
/// <param name="Number">Counts up.</param>
/// <param name="At">When it was booked.</param>
/// <param name="Kind">What it records.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="OrderName">What was paid for.</param>
/// <param name="Customer">Whose payment it is.</param>
/// <param name="Method">How it was paid, in the vendor's words.</param>
/// <param name="TransactionId">The vendor's id of the attempt, if there was one.</param>
/// <param name="Amount">Positive for what came, negative for what went back, in the currency's smallest unit.</param>
/// <param name="Currency">KRW but for what is suspicious.</param>
/// <param name="Cause">Why it went back.</param>
/// <param name="Reason">What was suspicious.</param>
public sealed record LedgerEntry(
    long Number,
    DateTimeOffset At,
    LedgerKind Kind,
    Guid PaymentId,
    string OrderName,
    PaymentCustomer Customer,
    string? Method,
    string? TransactionId,
    long Amount,
    string Currency,
    RefundCause? Cause,
    FlagReason? Reason);

internal sealed class LedgerFilterValidator : AbstractValidator<LedgerFilter>
{
    public LedgerFilterValidator()
    {
        RuleFor(filter => filter.From).Bookable();
        RuleFor(filter => filter.To).Bookable()
            .Must((filter, to) => to is null || filter.From is null || to >= filter.From).WithMessage("시작일보다 빠를 수 없습니다.");
    }
}
