using Joonbi.Api.Security;
using Joonbi.Api.Spreadsheets;
using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Joonbi.Api.Payments;

/// <summary>The books, for the accountant: to read, and to take into a spreadsheet.</summary>
internal static class LedgerEndpoints
{
    public static void MapLedger(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin").RequireAuthorization(Policies.Admin).WithTags("관리자: 장부");
        group.MapGet("/ledger", Get).WithName("getLedger").WithSummary("일별 장부 (서울 기준, 최대 366일)와 장부가 결제와 일치하는지");
        group.MapGet("/ledger.csv", GetCsv).WithName("downloadLedger").WithSummary("일별 장부를 엑셀에서 여는 CSV로 내려받기");
        group.MapGet("/ledger/entries", List).WithName("listLedgerEntries").WithSummary("장부의 기록 목록");
        group.MapGet("/ledger/entries.csv", GetEntriesCsv).WithName("downloadLedgerEntries").WithSummary("장부의 기록을 엑셀에서 여는 CSV로 내려받기");
    }

    private static async Task<Ok<LedgerReport>> Get([AsParameters] LedgerPeriod period, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GetLedger(period), ct));

    private static async Task<CsvFile<LedgerDay>> GetCsv([AsParameters] LedgerPeriod period, IMediator mediator, CancellationToken ct) =>
        LedgerSheets.Days(period, await mediator.Send(new GetLedger(period), ct));

    private static async Task<Ok<Page<LedgerEntry>>> List(
        Wire<LedgerKind>? kind, [AsParameters] LedgerFilter filter, [AsParameters] PageRequest page, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListLedgerEntries(kind?.Value, filter, page), ct));

    private static async Task<CsvFile<LedgerEntry>> GetEntriesCsv([AsParameters] LedgerPeriod period, IMediator mediator, CancellationToken ct) =>
        LedgerSheets.Entries(period, await mediator.Send(new ReadLedgerEntries(period), ct));
}
