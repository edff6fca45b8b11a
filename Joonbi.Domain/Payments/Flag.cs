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
/// <param name="RefundsToAccount">Its money came by a transfer, and goes back to an account only.</param>
/// <param name="At">When it was seen.</param>
public sealed record Flag(Guid Id, string? TransactionId, FlagReason Reason, long Moved, string Currency, Guid? Claimant, bool RefundsToAccount, DateTimeOffset At);

/// <summary>Flags in words.</summary>
public static class FlagReasons
{
    /// <summary>Korean, for the people of the studio.</summary>
    public static string Wording(this FlagReason reason) => reason switch
    {
        FlagReason.Amount => "금액이 다릅니다",
        FlagReason.Currency => "통화가 다릅니다",
        FlagReason.Store => "다른 상점의 결제입니다",
        FlagReason.TestChannel => "테스트 채널의 결제입니다",
        FlagReason.OtherPayment => "다른 결제의 거래를 내세웠습니다",
        FlagReason.OtherCustomer => "다른 고객이 자기 결제라고 했습니다",
        FlagReason.PaidTwice => "두 번 결제되었습니다",
    };
}
