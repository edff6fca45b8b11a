namespace Joonbi.Domain.Payments;

/// <summary>
/// Something that a customer pays once. The amount is the server's; that it was paid is the vendor's word alone, and every way
/// in which we hear of it (the browser, a webhook, our own asking) ends in <see cref="Confirm"/>. What goes back is in
/// <c>Payment.Refunds.cs</c>, and to which account, where that is needed, in <c>Payment.RefundAccount.cs</c>.
/// </summary>
public sealed partial class Payment : Aggregate
{
    private const string Won = "KRW";

    private Payment() { }

    /// <summary>Version 7 UUID.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who pays.</summary>
    public Guid UserId { get; private set; }

    /// <summary>What is paid for.</summary>
    public PaymentPurpose Purpose { get; private set; }

    /// <summary>The consultation or the project, as the purpose says.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>What the customer reads on the card's statement.</summary>
    public string OrderName { get; private set; } = "";

    /// <summary>Whole KRW, at least 1.</summary>
    public long Amount { get; private set; }

    /// <summary>Where it stands.</summary>
    public PaymentStatus Status { get; private set; }

    /// <summary>What has come: nothing or all of it.</summary>
    public long Paid { get; private set; }

    /// <summary>What of it has gone back.</summary>
    public long Refunded { get; private set; }

    /// <summary>The vendor's id of the attempt that paid it.</summary>
    public string? TransactionId { get; private set; }

    /// <inheritdoc cref="VendorPayment.Method"/>
    public string? Method { get; private set; }

    /// <inheritdoc cref="VendorPayment.RefundsToAccount"/>
    public bool RefundsToAccount { get; private set; }

    /// <inheritdoc cref="VendorPayment.ReceiptUrl"/>
    public string? ReceiptUrl { get; private set; }

    /// <summary>Why it failed or was cancelled, in Korean.</summary>
    public string? Failure { get; private set; }

    /// <summary>When to ask the vendor next; null when there is nothing to learn.</summary>
    public DateTimeOffset? NextCheckAt { get; private set; }

    /// <summary>When the money came.</summary>
    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Raised by every save that carries an event.</summary>
    public int Version { get; private set; }

    /// <summary>What was wrong with what claimed to be it.</summary>
    public IReadOnlyList<Flag> Flags { get; private set; } = [];

    /// <summary>Our id of it at the vendor: 32 letters and digits, since some payment providers take nothing else and cut what is longer.</summary>
    public string Reference => Id.ToString("n");

    /// <summary>The payment that a reference names, if it can be one of ours.</summary>
    public static Guid? IdOf(string? reference) => Guid.TryParse(reference, out var id) ? id : null;

    /// <summary>Asks for money.</summary>
    public static Payment Prepare(Guid id, Guid userId, PaymentPurpose purpose, Guid subjectId, string orderName, long amount, PaymentPolicy policy, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        return new Payment
        {
            Id = id,
            UserId = userId,
            Purpose = purpose,
            SubjectId = subjectId,
            OrderName = orderName,
            Amount = amount,
            Status = PaymentStatus.Pending,
            NextCheckAt = policy.NextCheck(now, now),
            CreatedAt = now,
            UpdatedAt = now,
            Version = 1,
        };
    }

    /// <summary>
    /// Takes in what the vendor says, whoever made us ask. Said again, early, late or out of order, it changes nothing that the
    /// last word did not change.
    /// </summary>
    /// <returns>True exactly once: when it has just become PAID.</returns>
    public bool Confirm(VendorPayment? said, Merchant merchant, PaymentPolicy policy, IRandomSource random, DateTimeOffset now)
    {
        var paid = said is not null && Hear(said, merchant, random, now);
        if (Status is PaymentStatus.Pending && now >= CreatedAt + (said?.Status is VendorStatus.Waiting ? policy.TransferExpiry : policy.Expiry))
            End(PaymentStatus.Cancelled, "결제 기한이 지났습니다.", now);

        NextCheckAt = NextCheck(policy, now);
        return paid;
    }

    /// <summary>Nobody should pay it any more. Money that comes all the same is taken in, and goes back.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (Status is PaymentStatus.Pending)
            End(PaymentStatus.Cancelled, "결제할 필요가 없어졌습니다.", now);
    }

    /// <summary>Somebody else claimed to have made it.</summary>
    public void ClaimedBy(Guid claimant, IRandomSource random, DateTimeOffset now) =>
        Suspect(FlagReason.OtherCustomer, null, claimant, random, now);

    /// <summary>The attempt that was shown for it has paid another payment.</summary>
    public void ShownAnother(string transactionId, IRandomSource random, DateTimeOffset now) =>
        Suspect(FlagReason.OtherPayment, transactionId, null, random, now);

    /// <summary>What everyone hears who asks for one that does not exist, or not for them.</summary>
    public static NotFoundException NotFound() => new("PAYMENT_NOT_FOUND", "결제를 찾을 수 없습니다.");

    private bool Hear(VendorPayment said, Merchant merchant, IRandomSource random, DateTimeOffset now)
    {
        if (said.Reference != Reference)
        {
            // The money is another payment's, and stays there.
            Suspect(FlagReason.OtherPayment, said.TransactionId, null, random, now);
            return false;
        }

        if (Paid > 0 && said.TransactionId == TransactionId)
            Follow(said, null, random, now);
        else if (Flags.FirstOrDefault(flag => flag.TransactionId == said.TransactionId && flag.Reason is not FlagReason.OtherPayment) is { } known)
            Follow(said, known, random, now);
        else if (said.Status is VendorStatus.Paid)
            return Judge(said, merchant, random, now);
        else if (said.Status is VendorStatus.Failed or VendorStatus.Cancelled && Status is PaymentStatus.Pending)
            End(PaymentStatus.Failed, said.Failure ?? "결제가 완료되지 않았습니다.", now);

        return false;
    }

    private bool Judge(VendorPayment said, Merchant merchant, IRandomSource random, DateTimeOffset now)
    {
        if (Mismatch(said, merchant) is { } reason)
        {
            if (Status is PaymentStatus.Pending)
                End(PaymentStatus.Failed, "결제 정보가 주문과 달라 결제를 취소했습니다.", now);

            Suspect(reason, said, random, now);
            return false;
        }

        (Status, Paid, Failure, UpdatedAt) = (PaymentStatus.Paid, Amount, null, now);
        (TransactionId, Method, RefundsToAccount, ReceiptUrl, PaidAt) = (said.TransactionId, said.Method, said.RefundsToAccount, said.ReceiptUrl, said.PaidAt ?? now);
        Raise(new PaymentPaid(Id, UserId, Purpose, SubjectId, OrderName, Amount));
        Follow(said, null, random, now);
        return true;
    }

    private FlagReason? Mismatch(VendorPayment said, Merchant merchant) =>
        merchant.StoreId is not null && said.StoreId != merchant.StoreId ? FlagReason.Store
        : said.Currency != Won ? FlagReason.Currency
        : said.Total != Amount ? FlagReason.Amount
        : said.IsTest is not false && !merchant.TakesTestChannels ? FlagReason.TestChannel
        : Paid > 0 ? FlagReason.PaidTwice
        : null;

    /// <summary>No money came by it.</summary>
    private void Suspect(FlagReason reason, string? transactionId, Guid? claimant, IRandomSource random, DateTimeOffset now) =>
        Suspect(new Flag(random.NextId(), transactionId, reason, 0, Won, claimant, false, now), random, now);

    /// <summary>What came by it goes back.</summary>
    private void Suspect(FlagReason reason, VendorPayment said, IRandomSource random, DateTimeOffset now) =>
        Suspect(new Flag(random.NextId(), said.TransactionId, reason, Math.Max(said.Left, 0), said.Currency ?? Won, null, said.RefundsToAccount, now), random, now);

    private void Suspect(Flag flag, IRandomSource random, DateTimeOffset now)
    {
        if (Flags.Any(known => known.Reason == flag.Reason && known.TransactionId == flag.TransactionId && known.Claimant == flag.Claimant))
            return;

        (Flags, UpdatedAt) = ([.. Flags, flag], now);
        Raise(new PaymentFlagged(Id, flag.Id, flag.Reason, flag.Moved, flag.Currency));
        if (flag.Moved > 0)
            Begin(flag.Moved, flag.Reason is FlagReason.PaidTwice ? RefundCause.NotOwed : RefundCause.Mismatch, null, null, flag, random, now);
    }

    private void End(PaymentStatus status, string why, DateTimeOffset now)
    {
        (Status, Failure, UpdatedAt) = (status, why, now);
        Raise(status is PaymentStatus.Cancelled ? new PaymentCancelled(Id) : new PaymentFailed(Id, why));
    }

    /// <summary>Asked about: what may still be paid, also when an attempt failed or it is no longer asked for, and refunds that the vendor has taken and not ended.</summary>
    private DateTimeOffset? NextCheck(PaymentPolicy policy, DateTimeOffset now) =>
        Refunds.LastOrDefault(refund => refund.Status is RefundStatus.Requested) is { } followed ? policy.NextCheck(followed.CreatedAt, now)
        : Status is PaymentStatus.Pending || (Paid == 0 && now < CreatedAt + policy.Expiry) ? policy.NextCheck(CreatedAt, now)
        : null;
}
