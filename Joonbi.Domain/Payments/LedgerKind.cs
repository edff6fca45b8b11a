namespace Joonbi.Domain.Payments;

/// <summary>What an entry of the ledger records. Its amount is positive for money that came, negative for money that went back.</summary>
public enum LedgerKind
{
    /// <summary>A payment came.</summary>
    Payment,

    /// <summary>Money of a payment went back.</summary>
    Refund,

    /// <summary>Something suspicious was seen, with the money that came by it, if any did.</summary>
    Flag,

    /// <summary>Money that had come by something suspicious went back.</summary>
    FlagRefund,
}
