namespace Joonbi.Domain.Payments;

/// <summary>What a payment's state at the vendor means to us; what we do not know yet is <see cref="Unknown"/> and moves nothing.</summary>
public enum VendorStatus
{
    /// <summary>A word of the vendor's that this program does not know.</summary>
    Unknown,

    /// <summary>The window was opened.</summary>
    Ready,

    /// <summary>An account to transfer to was given, or the approval takes its time. Not paid.</summary>
    Waiting,

    /// <summary>The money is there, less what was cancelled since.</summary>
    Paid,

    /// <summary>The attempt failed; the customer may try again.</summary>
    Failed,

    /// <summary>All of it was cancelled.</summary>
    Cancelled,
}

/// <summary>A payment as its vendor tells it, in the words of neither generation.</summary>
/// <param name="Reference">Our id of it, as the vendor has it.</param>
/// <param name="TransactionId">The vendor's own id of the attempt.</param>
/// <param name="Status">What its state means.</param>
/// <param name="Total">What was to be paid, before the card's own discounts; null when it is no whole number.</param>
/// <param name="Currency">As the vendor spells it: <c>KRW</c>.</param>
/// <param name="StoreId">Whose account it went to; null when the vendor's answer cannot name another's.</param>
/// <param name="IsTest">No real money moved; null when the vendor does not say.</param>
/// <param name="Cancellations">What has gone back or is on its way.</param>
public sealed record VendorPayment(
    string Reference,
    string TransactionId,
    VendorStatus Status,
    long? Total,
    string? Currency,
    string? StoreId,
    bool? IsTest,
    IReadOnlyList<VendorCancellation> Cancellations)
{
    /// <summary>What of it has not gone back.</summary>
    public long Left => (Total ?? 0) - Cancellations.Where(gone => gone.Status is VendorCancellationStatus.Succeeded).Sum(gone => gone.Amount);

    /// <summary>When it was paid, if the vendor says so.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>How it was paid, in the vendor's words.</summary>
    public string? Method { get; init; }

    /// <summary>It was paid by a transfer to an account of the vendor's, and goes back to an account of the customer's only.</summary>
    public bool RefundsToAccount { get; init; }

    /// <summary>Which payment provider stands behind the vendor, in the vendor's words.</summary>
    public string? Provider { get; init; }

    /// <summary>The vendor's page that shows it as a receipt.</summary>
    public string? ReceiptUrl { get; init; }

    /// <summary>Why it failed, in the vendor's Korean.</summary>
    public string? Failure { get; init; }
}

/// <summary>How far a cancellation is at the vendor.</summary>
public enum VendorCancellationStatus
{
    /// <summary>Taken, and not yet done: the end comes later. A word that we do not know counts as this, too.</summary>
    Requested,

    /// <summary>The money is on its way back.</summary>
    Succeeded,

    /// <summary>It was not done.</summary>
    Failed,
}

/// <summary>A refund as its vendor tells it.</summary>
/// <param name="Id">The vendor's id of it.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Amount">What goes back, in whole KRW.</param>
/// <param name="Reason">What was said when it was asked for; ours hold <see cref="Refund.Reference"/>.</param>
public sealed record VendorCancellation(string Id, VendorCancellationStatus Status, long Amount, string? Reason);

/// <summary>Whom customers pay: what every payment is held against.</summary>
/// <param name="StoreId">Our own store; null when the vendor's answers cannot name another's.</param>
/// <param name="TakesTestChannels">False in production, where a test channel would be a way to pay with nothing.</param>
public sealed record Merchant(string? StoreId, bool TakesTestChannels);
