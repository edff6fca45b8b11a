using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

/// <summary>A refund of money that was not this payment's own is none of its refunds.</summary>
internal sealed class GetPaymentHandler(ReadDb db) : IRequestHandler<GetPayment, PaymentDetails?>
{
    static GetPaymentHandler()
    {
        DapperConventions.AddJson(typeof(IReadOnlyList<RefundLine>));
        DapperConventions.AddJson(typeof(MaskedAccount));
    }

    public Task<PaymentDetails?> Handle(GetPayment query, CancellationToken ct) =>
        db.One<PaymentDetails>(
            """
            select id, replace(id::text, '-', '') as payment_id, purpose, subject_id, order_name, amount, status, refunded, failure, receipt_url,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', id, 'amount', amount, 'cause', cause, 'note', note, 'status', status,
                               'createdAt', created_at, 'settledAt', settled_at) order by id), '[]')
                      from refunds
                     where payment_id = payments.id and flag_id is null) as refunds,
                   exists (select from refunds where payment_id = payments.id and refunds.status = 'AWAITING_ACCOUNT') as refund_account_needed,
                   refund_account -> 'shown' as refund_account,
                   version, created_at, paid_at
              from payments
             where id = @Id and user_id = @UserId
            """,
            query,
            ct);
}
