namespace Joonbi.Application.Payments;

/// <summary>The ledger by day, for the accountant, and whether it agrees with the payments.</summary>
public sealed record GetLedger(LedgerPeriod Period) : IQuery<LedgerReport>;

/// <summary>Days by the calendar in Seoul.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; at most 366 days in all.</param>
public sealed record LedgerPeriod(DateOnly From, DateOnly To)
{
    /// <summary>A year, also a leap year.</summary>
    public const int MaxDays = 366;
}

/// <summary>What came and went, in whole KRW.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Opening">The running total before the first day.</param>
/// <param name="Payments">What came within these days.</param>
/// <param name="Refunds">What of payments, also of earlier ones, went back within these days.</param>
/// <param name="Net">The first less the second.</param>
/// <param name="Closing">The running total after the last day.</param>
/// <param name="Days">Each day, also those without an entry.</param>
/// <param name="Agrees">At this moment the entries of every payment, of all time, add up to its state.</param>
/// <param name="Differences">The payments for which they do not; at most 100.</param>
public sealed record LedgerReport(
    DateOnly From,
    DateOnly To,
    long Opening,
    long Payments,
    long Refunds,
    long Net,
    long Closing,
    IReadOnlyList<LedgerDay> Days,
    bool Agrees,
    IReadOnlyList<LedgerDifference> Differences);

/// <summary>A day of the ledger, in whole KRW.</summary>
/// <param name="Day">By the calendar in Seoul, at the time of booking.</param>
/// <param name="Payments">What came.</param>
/// <param name="Refunds">What of payments went back.</param>
/// <param name="Net">The first less the second.</param>
/// <param name="Total">What had come, less what had gone back, at the day's end.</param>
/// <param name="Flags">How often something suspicious was seen.</param>
/// <param name="Suspense">What had come by something suspicious and had not gone back yet at the day's end; not part of the total.</param>
public sealed record LedgerDay(DateOnly Day, long Payments, long Refunds, long Net, long Total, int Flags, long Suspense);

/// <summary>A payment whose entries say something else than its state.</summary>
/// <param name="PaymentId">Which.</param>
/// <param name="Ledger">What its entries add up to.</param>
/// <param name="Payment">What the payment, its refunds and its flags say.</param>
public sealed record LedgerDifference(Guid PaymentId, LedgerSums Ledger, LedgerSums Payment);

/// <summary>The money of one payment.</summary>
/// <param name="Paid">What came.</param>
/// <param name="Refunded">What of it went back.</param>
/// <param name="Moved">What came by something suspicious, in the currency's smallest unit.</param>
/// <param name="Returned">What of that went back.</param>
public sealed record LedgerSums(long Paid, long Refunded, long Moved, long Returned);

internal sealed class LedgerPeriodValidator : AbstractValidator<LedgerPeriod>
{
    public LedgerPeriodValidator()
    {
        RuleFor(period => period.From).Bookable();
        RuleFor(period => period.To).Bookable()
            .Must((period, to) => to >= period.From).WithMessage("시작일보다 빠를 수 없습니다.")
            .Must((period, to) => to.DayNumber - period.From.DayNumber < LedgerPeriod.MaxDays).WithMessage($"한 번에 {LedgerPeriod.MaxDays}일까지 볼 수 있습니다.");
    }
}

internal static class LedgerRules
{
    private const string Message = "2000년부터 2999년까지의 날짜여야 합니다.";
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2999, 12, 31);

    /// <summary>The ends of the calendar are no days to the database, but infinity.</summary>
    public static IRuleBuilderOptions<T, DateOnly> Bookable<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.Must(IsBookable).WithMessage(Message);

    /// <inheritdoc cref="Bookable{T}(IRuleBuilder{T, DateOnly})"/>
    public static IRuleBuilderOptions<T, DateOnly?> Bookable<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.Must(day => day is not { } given || IsBookable(given)).WithMessage(Message);

    private static bool IsBookable(DateOnly day) => day >= First && day <= Last;
}
