using Joonbi.Api.Spreadsheets;
using Joonbi.Application.Payments;
using Joonbi.Domain;
using Joonbi.Domain.Payments;

namespace Joonbi.Api.Payments;

/// <summary>The books as an accountant in Korea expects them in a spreadsheet.</summary>
internal static class LedgerSheets
{
    private static readonly Column<LedgerDay>[] DayColumns =
    [
        new("날짜", day => day.Day),
        new("입금", day => day.Payments),
        new("환불", day => day.Refunds),
        new("순액", day => day.Net),
        new("누계", day => day.Total),
        new("의심 건수", day => day.Flags),
        new("가수금", day => day.Suspense),
    ];

    private static readonly Column<LedgerEntry>[] EntryColumns =
    [
        new("번호", entry => entry.Number),
        new("일시(서울)", entry => Seoul.Clock(entry.At).ToString("yyyy-MM-dd HH:mm:ss")),
        new("구분", entry => Wording(entry.Kind)),
        new("주문명", entry => entry.OrderName),
        new("고객", entry => entry.Customer.Name),
        new("이메일", entry => entry.Customer.Email),
        new("결제수단", entry => entry.Method),
        new("금액", entry => entry.Amount),
        new("통화", entry => entry.Currency),
        new("사유", entry => entry.Cause is { } cause ? RefundRules.Wording(cause) : entry.Reason?.Wording()),
        new("결제 번호", entry => entry.PaymentId.ToString("n")),
        new("거래 번호", entry => entry.TransactionId),
    ];

    public static CsvFile<LedgerDay> Days(LedgerPeriod period, LedgerReport report) =>
        new($"준비스튜디오_장부_{Span(period)}", $"ledger_{Span(period)}", DayColumns, report.Days.ToAsyncEnumerable());

    public static CsvFile<LedgerEntry> Entries(LedgerPeriod period, IAsyncEnumerable<LedgerEntry> entries) =>
        new($"준비스튜디오_장부기록_{Span(period)}", $"ledger_entries_{Span(period)}", EntryColumns, entries);

    private static string Span(LedgerPeriod period) => $"{period.From:yyyy-MM-dd}_{period.To:yyyy-MM-dd}";

    private static string Wording(LedgerKind kind) => kind switch
    {
        LedgerKind.Payment => "입금",
        LedgerKind.Refund => "환불",
        LedgerKind.Flag => "의심",
        LedgerKind.FlagRefund => "의심 금액 반환",
    };
}
