namespace Joonbi.Application.Dashboard;

/// <summary>How the studio's money fares.</summary>
public sealed record GetMoneyBoard : IQuery<MoneyBoard>;

/// <summary>Money in figures.</summary>
/// <param name="Flagged">How often something that claimed to be a payment was not, within 30 days.</param>
/// <param name="RefundsOpen">Refunds that are on their way.</param>
/// <param name="RefundsFailed">Refunds that the vendor refused, of payments of which something is left.</param>
/// <param name="LedgerDifferences">Payments whose ledger said something else than their state when it was last looked at; anything but 0 is an emergency.</param>
/// <param name="RevenueByMonth">Of this month and the eleven before, by the calendar in Seoul, newest first; a month without any is left out.</param>
public sealed record MoneyBoard(int Flagged, int RefundsOpen, int RefundsFailed, int LedgerDifferences, IReadOnlyList<MonthlyRevenue> RevenueByMonth);

/// <summary>What came in a month, less what went back in it.</summary>
/// <param name="Month"><c>2026-11</c>.</param>
/// <param name="Amount">Whole KRW; negative when more went back than came.</param>
public sealed record MonthlyRevenue(string Month, long Amount);
