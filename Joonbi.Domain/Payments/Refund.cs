namespace Joonbi.Domain.Payments;

/// <summary>How far a refund is.</summary>
public enum RefundStatus
{
    /// <summary>Decided; it can only go to an account, and nobody has named one yet.</summary>
    AwaitingAccount,

    /// <summary>Decided, and on its way to the vendor.</summary>
    Pending,

    /// <summary>The vendor has taken it; its end is followed.</summary>
    Requested,

    /// <summary>The money is on its way back to the customer.</summary>
    Succeeded,

    /// <summary>The vendor refused it; a person was told.</summary>
    Failed,
}

/// <summary>Money that goes back, in part or whole. A part of its <see cref="Payment"/>, which alone changes it.</summary>
/// <param name="Id">Version 7 UUID.</param>
/// <param name="FlagId">The flag whose money it returns; null when it returns money of the payment itself.</param>
/// <param name="TransactionId">The attempt at the vendor that it cancels.</param>
/// <param name="Amount">Whole KRW, at least 1.</param>
/// <param name="Cause">Why.</param>
/// <param name="Note">A person's words, shown to the customer; or null.</param>
/// <param name="RequestedBy">The admin who decided; null when a rule did.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Tries">How often the vendor has definitely answered no; a new try is a new request.</param>
/// <param name="VendorId">The vendor's id of it, once it has one.</param>
/// <param name="Error">What the vendor said last when it refused.</param>
/// <param name="CreatedAt">When it was decided.</param>
/// <param name="SettledAt">When it ended, one way or the other.</param>
public sealed record Refund(
    Guid Id,
    Guid? FlagId,
    string TransactionId,
    long Amount,
    RefundCause Cause,
    string? Note,
    Guid? RequestedBy,
    RefundStatus Status,
    int Tries,
    string? VendorId,
    string? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SettledAt)
{
    /// <summary>What the vendor keeps with it, so that one whose answer was lost is known again.</summary>
    public string Reference => Id.ToString("n");

    /// <summary>Decided, and not at its end.</summary>
    public bool IsOpen => IsUnsent || Status is RefundStatus.Requested;

    /// <summary>Decided, and the vendor knows nothing of it as far as we know.</summary>
    public bool IsUnsent => Status is RefundStatus.AwaitingAccount or RefundStatus.Pending;
}

/// <summary>A refund as it is put to the vendor. The amount is always said: to one generation of the vendor none or 0 means everything.</summary>
/// <param name="Reference">Our id of the payment.</param>
/// <param name="TransactionId">The vendor's id of the attempt.</param>
/// <param name="Amount">At least 1.</param>
/// <param name="Cancellable">What we believe is left before this: the vendor refuses when it knows better.</param>
/// <param name="Reason">Korean, with the refund's own id in it.</param>
/// <param name="Key">The same for the same request, another for another.</param>
/// <param name="Cause">Why.</param>
/// <param name="Account">Where it goes; null when it goes back the way it came.</param>
public sealed record RefundOrder(string Reference, string TransactionId, long Amount, long Cancellable, string Reason, string Key, RefundCause Cause, BankAccount? Account = null);
