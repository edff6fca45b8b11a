using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

internal sealed class InspectPaymentHandler(ReadDb db) : IRequestHandler<InspectPayment, PaymentDossier?>
{
    static InspectPaymentHandler()
    {
        DapperConventions.AddJson(typeof(PaymentCustomer));
        DapperConventions.AddJson(typeof(IReadOnlyList<RefundEntry>));
        DapperConventions.AddJson(typeof(IReadOnlyList<FlagEntry>));
        DapperConventions.AddJson(typeof(MaskedAccount));
    }

    public Task<PaymentDossier?> Handle(InspectPayment query, CancellationToken ct) =>
        db.One<PaymentDossier>(
            """
            select id, replace(id::text, '-', '') as payment_id, transaction_id, purpose, subject_id, order_name,
                   (select jsonb_build_object('id', users.id, 'name', name, 'email', email) from users where users.id = user_id) as customer,
                   amount, status, paid, refunded,
                   paid - refunded - (select coalesce(sum(refunds.amount), 0)::bigint
                                        from refunds
                                       where payment_id = payments.id and flag_id is null and refunds.status in ('AWAITING_ACCOUNT', 'PENDING', 'REQUESTED')) as refundable,
                   method, failure, receipt_url,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', id, 'flagId', flag_id, 'amount', amount, 'cause', cause, 'note', note, 'requestedBy', requested_by,
                               'status', status, 'error', error, 'createdAt', created_at, 'settledAt', settled_at) order by id), '[]')
                      from refunds
                     where payment_id = payments.id) as refunds,
                   exists (select from refunds where payment_id = payments.id and refunds.status = 'AWAITING_ACCOUNT') as refund_account_needed,
                   refund_account -> 'shown' as refund_account,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                               'id', id, 'reason', reason, 'transactionId', transaction_id, 'moved', moved, 'currency', currency,
                               'claimantId', claimant_id, 'at', at) order by id), '[]')
                      from payment_flags
                     where payment_id = payments.id) as flags,
                   next_check_at, version, created_at, paid_at
              from payments
             where id = @Id
            """,
            query,
            ct);
}
