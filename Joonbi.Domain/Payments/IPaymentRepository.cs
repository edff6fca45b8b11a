namespace Joonbi.Domain.Payments;

/// <summary>The write side's view of stored payments. Queries do not pass through here.</summary>
public interface IPaymentRepository
{
    /// <summary>Stores a new payment.</summary>
    Task Add(Payment payment, CancellationToken ct);

    /// <summary>Loads the payment, if there is one, and locks its row until the command ends.</summary>
    Task<Payment?> Find(Guid id, CancellationToken ct);

    /// <summary>The open payment for that thing, if there is one. It is not locked: whoever locks the thing itself opens no second.</summary>
    Task<Guid?> FindOpen(PaymentPurpose purpose, Guid subjectId, CancellationToken ct);

    /// <summary>Whether that attempt paid another payment than this one.</summary>
    Task<bool> IsOfAnother(string transactionId, Guid id, CancellationToken ct);

    /// <summary>Every payment for that thing, each locked until the command ends.</summary>
    Task<IReadOnlyList<Payment>> For(PaymentPurpose purpose, Guid subjectId, CancellationToken ct);

    /// <summary>Stores the changed payment, its events and its ledger entries, and raises its version if there are any.</summary>
    Task Save(Payment payment, CancellationToken ct);
}
