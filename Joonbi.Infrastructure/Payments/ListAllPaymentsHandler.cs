using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

/// <summary>Four ways to the same list, of which three are shut before they read a row: all of it, one state, what is flagged, and a search.</summary>
internal sealed class ListAllPaymentsHandler(ReadDb db) : IRequestHandler<ListAllPayments, Page<PaymentLine>>
{
    static ListAllPaymentsHandler() => DapperConventions.AddJson(typeof(PaymentCustomer));

    public async Task<Page<PaymentLine>> Handle(ListAllPayments query, CancellationToken ct)
    {
        var rows = await db.Many<PaymentLine>(
            """
            with found as (
                (select id
                   from payments
                  where @Q::text is null and @Status::text is null and not @Flagged and id < @Before
                  order by id desc
                  limit @Take)
                union all
                (select id
                   from payments
                  where @Q::text is null and status = @Status and not @Flagged and id < @Before
                  order by id desc
                  limit @Take)
                union all
                (select id
                   from payments
                  where @Q::text is null and @Flagged and id < @Before and (@Status::text is null or status = @Status)
                    and id in (select payment_id from payment_flags)
                  order by id desc
                  limit @Take)
                union all
                (select payments.id
                   from users
                   join payments on user_id = users.id
                  where @Q::text is not null and payments.id < @Before and (@Status::text is null or status = @Status)
                    and letter_pairs(name || ' ' || email) @> letter_pairs(@Q) and strpos(lower(name || ' ' || email), lower(@Q)) > 0
                    and (not @Flagged or payments.id in (select payment_id from payment_flags))
                  order by payments.id desc
                  limit @Take))
            select payments.id, purpose, subject_id, order_name, jsonb_build_object('id', users.id, 'name', name, 'email', email) as customer,
                   amount, status, refunded,
                   (select count(*)::int from payment_flags where payment_id = payments.id) as flags,
                   payments.created_at, paid_at
              from found
              join payments on payments.id = found.id
              join users on users.id = user_id
             order by payments.id desc
            """,
            new { query.Search.Q, query.Status, query.Flagged, Before = query.Page.Before ?? Guid.AllBitsSet, query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
