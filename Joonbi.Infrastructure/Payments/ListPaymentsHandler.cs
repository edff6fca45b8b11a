using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

/// <summary>A range of the index <c>payments_own</c>.</summary>
internal sealed class ListPaymentsHandler(ReadDb db) : IRequestHandler<ListPayments, Page<PaymentSummary>>
{
    public async Task<Page<PaymentSummary>> Handle(ListPayments query, CancellationToken ct)
    {
        var rows = await db.Many<PaymentSummary>(
            """
            select id, purpose, subject_id, order_name, amount, status, refunded, created_at, paid_at
              from payments
             where user_id = @UserId and id < @Before and (@Status::text is null or status = @Status)
             order by id desc
             limit @Take
            """,
            new { query.UserId, query.Status, Before = query.Page.Before ?? Guid.AllBitsSet, query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
