namespace Joonbi.Domain.Payments;

/// <summary>What was wrong with something that claimed to be a payment.</summary>
public enum FlagReason
{
    /// <summary>Another amount than was asked for.</summary>
    Amount,

    /// <summary>Not KRW.</summary>
    Currency,

    /// <summary>Paid to another store.</summary>
    Store,

    /// <summary>Paid through a test channel where only real ones count.</summary>
    TestChannel,

    /// <summary>The attempt that was shown for it is another payment's.</summary>
    OtherPayment,

    /// <summary>Somebody other than its customer claimed to have made it.</summary>
    OtherCustomer,

    /// <summary>Paid again after it had been paid.</summary>
    PaidTwice,
}

/// <summary>A suspicion that a person should know of, with the money that moved by it. A part of its <see cref="Payment"/>; never changed.</summary>
/// <param name="Id">Version 7 UUID.</param>
/// <param name="TransactionId">The attempt at the vendor, if there was one.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="Moved">How much of it reached us and must go back, in the currency's smallest unit.</param>
/// <param name="Currency">Of <paramref name="Moved"/>.</param>
/// <param name="Claimant">Who claimed it, when not its customer.</param>
/// <param name="At">When it was seen.</param>
public sealed record Flag(Guid Id, string? TransactionId, FlagReason Reason, long Moved, string Currency, Guid? Claimant, DateTimeOffset At);
