using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

/// <summary>The days, read from one index alone, then the books, held against each other here and now.</summary>
internal sealed class GetLedgerHandler(ReadDb db, BookKeeper keeper) : IRequestHandler<GetLedger, LedgerReport>
{
    public async Task<LedgerReport> Handle(GetLedger query, CancellationToken ct)
    {
        var (from, to) = query.Period;
        var days = await db.Many<LedgerDay>(
            """
            with before as (
                select coalesce(sum(amount) filter (where kind in ('PAYMENT', 'REFUND')), 0) as total,
                       coalesce(sum(amount) filter (where kind in ('FLAG', 'FLAG_REFUND') and currency = 'KRW'), 0) as suspense
                  from ledger_entries
                 where at < @From::timestamp at time zone 'Asia/Seoul'),
            booked as (
                select (at at time zone 'Asia/Seoul')::date as day,
                       sum(amount) filter (where kind = 'PAYMENT') as payments,
                       -sum(amount) filter (where kind = 'REFUND') as refunds,
                       count(*) filter (where kind = 'FLAG') as flags,
                       sum(amount) filter (where kind in ('FLAG', 'FLAG_REFUND') and currency = 'KRW') as suspense
                  from ledger_entries
                 where at >= @From::timestamp at time zone 'Asia/Seoul' and at < (@To + 1)::timestamp at time zone 'Asia/Seoul'
                 group by 1),
            daily as (
                select day, coalesce(payments, 0) as payments, coalesce(refunds, 0) as refunds, coalesce(flags, 0) as flags, coalesce(suspense, 0) as suspense
                  from (select @From + number as day from generate_series(0, @To - @From) as number) days
                  left join booked using (day))
            select day, payments::bigint, refunds::bigint, (payments - refunds)::bigint as net,
                   (total + sum(payments - refunds) over passed)::bigint as total,
                   flags::int,
                   (before.suspense + sum(daily.suspense) over passed)::bigint as suspense
              from daily
             cross join before
            window passed as (order by day)
             order by day
            """,
            new { From = from, To = to },
            ct);
        var differences = await keeper.Look(ct);
        return new LedgerReport(
            from, to, days[0].Total - days[0].Net, days.Sum(day => day.Payments), days.Sum(day => day.Refunds), days.Sum(day => day.Net), days[^1].Total, days, differences.Count == 0, differences);
    }
}
