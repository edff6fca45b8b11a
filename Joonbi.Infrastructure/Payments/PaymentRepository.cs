using Joonbi.Application;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

/// <summary>Payments as rows, with their refunds and flags; their events as ledger and outbox, all in the command's own transaction.</summary>
internal sealed class PaymentRepository(DbSession session, IOutbox outbox, Ledger ledger) : IPaymentRepository
{
    private const string Select =
        """
        select id, user_id, purpose, subject_id, order_name, amount, status, paid, refunded, transaction_id, method, refunds_to_account, refund_account, receipt_url,
               failure, next_check_at, paid_at, created_at, updated_at, version,
               (select coalesce(jsonb_agg(jsonb_build_object(
                           'id', id, 'flagId', flag_id, 'transactionId', transaction_id, 'amount', amount, 'cause', cause, 'note', note,
                           'requestedBy', requested_by, 'status', status, 'tries', tries, 'vendorId', vendor_id, 'error', error,
                           'createdAt', created_at, 'settledAt', settled_at) order by id), '[]')
                  from refunds where payment_id = payments.id) as refunds,
               (select coalesce(jsonb_agg(jsonb_build_object(
                           'id', id, 'transactionId', transaction_id, 'reason', reason, 'moved', moved, 'currency', currency,
                           'claimant', claimant_id, 'refundsToAccount', refunds_to_account, 'at', at) order by id), '[]')
                  from payment_flags where payment_id = payments.id) as flags
          from payments
        """;

    static PaymentRepository()
    {
        DapperConventions.AddJson(typeof(IReadOnlyList<Refund>));
        DapperConventions.AddJson(typeof(IReadOnlyList<Flag>));
        DapperConventions.AddJson(typeof(SealedAccount));
    }

    public Task Add(Payment payment, CancellationToken ct) =>
        session.Execute(
            """
            insert into payments (id, user_id, purpose, subject_id, order_name, amount, status, next_check_at, created_at, updated_at, version)
            values (@Id, @UserId, @Purpose, @SubjectId, @OrderName, @Amount, @Status, @NextCheckAt, @CreatedAt, @UpdatedAt, @Version)
            """,
            payment,
            ct);

    public Task<Payment?> Find(Guid id, CancellationToken ct) =>
        session.OneLocked<Payment>("select id from payments where id = @id for update", $"{Select} where id = @id", new { id }, ct);

    public Task<Guid?> FindOpen(PaymentPurpose purpose, Guid subjectId, CancellationToken ct) =>
        session.One<Guid?>("select id from payments where purpose = @purpose and subject_id = @subjectId and status = 'PENDING'", new { purpose, subjectId }, ct);

    public Task<bool> IsOfAnother(string transactionId, Guid id, CancellationToken ct) =>
        session.One<bool>("select exists (select from payments where transaction_id = @transactionId and id <> @id)", new { transactionId, id }, ct);

    public async Task<IReadOnlyList<Payment>> For(PaymentPurpose purpose, Guid subjectId, CancellationToken ct)
    {
        var ids = await session.Many<Guid>("select id from payments where purpose = @purpose and subject_id = @subjectId order by id for update", new { purpose, subjectId }, ct);
        // A statement of its own, after the lock: one that had to wait for the lock would see the refunds as they were before.
        return await session.Many<Payment>($"{Select} where id = any(@ids) order by id", new { ids }, ct);
    }

    public async Task Save(Payment payment, CancellationToken ct)
    {
        await session.Execute(
            """
            update payments
               set status = @Status, paid = @Paid, refunded = @Refunded, transaction_id = @TransactionId, method = @Method,
                   refunds_to_account = @RefundsToAccount, refund_account = @RefundAccount,
                   receipt_url = @ReceiptUrl, failure = @Failure, next_check_at = @NextCheckAt, paid_at = @PaidAt,
                   updated_at = @UpdatedAt, version = version + @HasNews::int
             where id = @Id
            """,
            payment,
            ct);

        foreach (var flag in payment.Flags)
            await Save(payment.Id, flag, ct);
        foreach (var refund in payment.Refunds)
            await Save(payment.Id, refund, ct);
        foreach (var happened in payment.TakeEvents())
        {
            await ledger.Book(happened, ct);
            await outbox.Write(happened, ct);
        }
    }

    private Task Save(Guid paymentId, Flag flag, CancellationToken ct) =>
        session.Execute(
            """
            insert into payment_flags (id, payment_id, transaction_id, reason, moved, currency, claimant_id, refunds_to_account, at)
            values (@Id, @paymentId, @TransactionId, @Reason, @Moved, @Currency, @Claimant, @RefundsToAccount, @At)
            on conflict (id) do nothing
            """,
            new { flag.Id, paymentId, flag.TransactionId, flag.Reason, flag.Moved, flag.Currency, flag.Claimant, flag.RefundsToAccount, flag.At },
            ct);

    private Task Save(Guid paymentId, Refund refund, CancellationToken ct) =>
        session.Execute(
            """
            insert into refunds (
                id, payment_id, flag_id, transaction_id, amount, cause, note, requested_by, status, tries, vendor_id, error, created_at, settled_at)
            values (
                @Id, @paymentId, @FlagId, @TransactionId, @Amount, @Cause, @Note, @RequestedBy, @Status, @Tries, @VendorId, @Error, @CreatedAt, @SettledAt)
            on conflict (id) do update
               set amount = excluded.amount, status = excluded.status, tries = excluded.tries, vendor_id = excluded.vendor_id, error = excluded.error, settled_at = excluded.settled_at
            """,
            new
            {
                refund.Id, paymentId, refund.FlagId, refund.TransactionId, refund.Amount, refund.Cause, refund.Note, refund.RequestedBy,
                refund.Status, refund.Tries, refund.VendorId, refund.Error, refund.CreatedAt, refund.SettledAt,
            },
            ct);
}
