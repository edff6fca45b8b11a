using Joonbi.Domain;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

/// <summary>
/// The accountant's book: an entry for each won that came, went back or was suspicious, in the transaction that moved it. The
/// database lets nobody change an entry, and lets no transaction commit whose entries add up to something else than the payment.
/// </summary>
internal sealed class Ledger(DbSession session, TimeProvider clock)
{
    public Task Book(IDomainEvent happened, CancellationToken ct) => happened switch
    {
        PaymentPaid paid => Write(paid.PaymentId, LedgerKind.Payment, paid.Amount, "KRW", null, null, ct),
        PaymentFlagged flagged => Write(flagged.PaymentId, LedgerKind.Flag, flagged.Moved, flagged.Currency, null, flagged.FlagId, ct),
        RefundSucceeded back => Write(back.PaymentId, back.FlagId is null ? LedgerKind.Refund : LedgerKind.FlagRefund, -back.Amount, back.Currency, back.RefundId, back.FlagId, ct),
        _ => Task.CompletedTask,
    };

    private Task Write(Guid paymentId, LedgerKind kind, long amount, string currency, Guid? refundId, Guid? flagId, CancellationToken ct) =>
        session.Execute(
            """
            insert into ledger_entries (payment_id, kind, amount, currency, refund_id, flag_id, at)
            values (@paymentId, @kind, @amount, @currency, @refundId, @flagId, @Now)
            """,
            new { paymentId, kind, amount, currency, refundId, flagId, Now = clock.GetUtcNow() },
            ct);
}
