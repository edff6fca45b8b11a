using Joonbi.Application.Dashboard;
using Joonbi.Domain;
using Joonbi.Infrastructure.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Dashboard;

internal sealed class GetMoneyBoardHandler(ReadDb db, BookKeeper keeper, TimeProvider clock) : IRequestHandler<GetMoneyBoard, MoneyBoard>
{
    static GetMoneyBoardHandler() => DapperConventions.AddJson(typeof(IReadOnlyList<MonthlyRevenue>));

    public async Task<MoneyBoard> Handle(GetMoneyBoard query, CancellationToken ct)
    {
        var today = Seoul.Day(clock.GetUtcNow());
        return (await db.One<MoneyBoard>(
            """
            select (select count(*) from payment_flags where at >= @Month)::int as flagged,
                   (select count(*) from refunds where status in ('AWAITING_ACCOUNT', 'PENDING', 'REQUESTED'))::int as refunds_open,
                   (select count(*)
                      from refunds
                      join payments on payments.id = payment_id
                     where refunds.status = 'FAILED' and flag_id is null and paid > refunded)::int as refunds_failed,
                   @Differences as ledger_differences,
                   (select coalesce(jsonb_agg(jsonb_build_object('month', month, 'amount', amount) order by month desc), '[]')
                      from (select to_char(at at time zone 'Asia/Seoul', 'YYYY-MM') as month, sum(amount) as amount
                              from ledger_entries
                             where kind in ('PAYMENT', 'REFUND') and at >= @Year
                             group by 1) monthly) as revenue_by_month
            """,
            new
            {
                keeper.Found.Differences,
                Month = clock.GetUtcNow().AddDays(-30),
                Year = new DateTimeOffset(today.Year, today.Month, 1, 0, 0, 0, TimeSpan.FromHours(9)).AddMonths(-11).ToUniversalTime(),
            },
            ct))!;
    }
}
