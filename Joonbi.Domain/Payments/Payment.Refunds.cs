namespace Joonbi.Domain.Payments;

/// <summary>What goes back: decided here, done by the vendor, and never more than came.</summary>
public sealed partial class Payment
{
    /// <summary>Everything that went back or was to.</summary>
    public IReadOnlyList<Refund> Refunds { get; private set; } = [];

    /// <summary>What may still go back: what came, less what went back and what is on its way.</summary>
    public long Refundable => Paid - Refunded - Refunds.Where(refund => refund.IsOpen && refund.FlagId is null).Sum(refund => refund.Amount);

    /// <summary>Returns what the rule says; nothing, when it says so or everything is on its way back already.</summary>
    public void Return(RefundCause cause, IRandomSource random, DateTimeOffset now)
    {
        if (RefundRules.Due(cause, Purpose, Refundable) is > 0 and var due)
            Begin(due, cause, null, null, null, random, now);
    }

    /// <summary>A person of the studio returns a part, or all that is left.</summary>
    /// <exception cref="ConflictException"><c>PAYMENT_NOT_REFUNDABLE</c>: nothing came, or nothing is left.</exception>
    /// <exception cref="RuleViolationException"><c>REFUND_EXCEEDS_PAYMENT</c>, with <c>refundable</c>.</exception>
    public Refund Return(long? amount, string note, Guid adminId, IRandomSource random, DateTimeOffset now)
    {
        if (Refundable == 0)
            throw new ConflictException("PAYMENT_NOT_REFUNDABLE", "환불할 수 있는 금액이 없습니다.") { Facts = new Dictionary<string, object?> { ["currentStatus"] = Status } };
        if (amount > Refundable)
            throw new RuleViolationException("REFUND_EXCEEDS_PAYMENT", $"환불할 수 있는 금액은 {Refundable:N0}원입니다.") { Facts = new Dictionary<string, object?> { ["refundable"] = Refundable } };

        return Begin(amount ?? Refundable, RefundCause.ByAdmin, note, adminId, null, random, now);
    }

    /// <summary>What to ask the vendor for, or null when this refund needs no asking any more.</summary>
    public RefundOrder? Order(Guid refundId)
    {
        if (Refunds.Single(known => known.Id == refundId) is not { Status: RefundStatus.Pending } refund)
            return null;

        var came = refund.FlagId is { } flag ? Flags.Single(known => known.Id == flag).Moved : Paid;
        var left = came - Refunds.Where(known => known.FlagId == refund.FlagId && known.Status is RefundStatus.Succeeded or RefundStatus.Requested).Sum(known => known.Amount);
        var reason = $"{RefundRules.Wording(refund.Cause)} [{refund.Reference}]";
        return new RefundOrder(Reference, refund.TransactionId, refund.Amount, left, reason, $"{refund.Reference}-{refund.Tries}-{left}", refund.Cause);
    }

    /// <summary>The vendor's answer to a refund that we asked it for.</summary>
    public void Answered(Guid refundId, VendorCancellation said, PaymentPolicy policy, IRandomSource random, DateTimeOffset now)
    {
        Hear(Refunds.Single(refund => refund.Id == refundId), said, random, now);
        NextCheckAt = NextCheck(policy, now);
    }

    /// <summary>The vendor has definitely not done it. For good, a person is told; else it is tried anew, as another request.</summary>
    /// <param name="refundId">Which.</param>
    /// <param name="error">What the vendor said.</param>
    /// <param name="final">Trying again is of no use.</param>
    /// <param name="account">The account may be the reason: its customer is asked for another one.</param>
    /// <param name="random">Ids.</param>
    /// <param name="now">The time.</param>
    public void Refused(Guid refundId, string error, bool final, bool account, IRandomSource random, DateTimeOffset now)
    {
        var refund = Refunds.Single(refund => refund.Id == refundId);
        if (refund.Status is not RefundStatus.Pending)
            return;

        if (final)
            FailAtVendor(refund, error, account, random, now);
        else
            Replace(refund with { Tries = refund.Tries + 1, Error = error }, now);
    }

    /// <summary>Keeps step with what was cancelled at the vendor: by us, with or without hearing the answer, or in its console.</summary>
    private void Follow(VendorPayment said, Flag? flag, IRandomSource random, DateTimeOffset now)
    {
        foreach (var gone in said.Cancellations)
        {
            if (Known(gone, flag) is { } refund)
                Hear(refund, gone, random, now);
            else if (flag is null && gone.Status is VendorCancellationStatus.Succeeded)
                Adopt(gone, random, now);
        }

        Fit(said.Left, flag, now);
    }

    /// <summary>What was cancelled behind our back leaves less for what we have not sent yet, or nothing.</summary>
    private void Fit(long left, Flag? flag, DateTimeOffset now)
    {
        left -= Refunds.Where(refund => refund.FlagId == flag?.Id && refund.Status is RefundStatus.Requested).Sum(refund => refund.Amount);
        foreach (var refund in Refunds.Where(refund => refund.FlagId == flag?.Id && refund.IsUnsent).ToList())
        {
            if (left <= 0)
                Fail(refund, "결제사에서 이미 취소되었습니다.", now);
            else if (refund.Amount > left)
                Replace(refund with { Amount = left }, now);

            left -= refund.Amount;
        }
    }

    /// <summary>
    /// By the vendor's id; else by our own in its reason; else by the amount, since some payment providers cut reasons, and since a
    /// person returns in the console what the vendor refused us to return for a flag.
    /// </summary>
    private Refund? Known(VendorCancellation gone, Flag? flag)
    {
        var own = Refunds.Where(refund => refund.FlagId == flag?.Id).ToList();
        return own.Find(refund => refund.VendorId == gone.Id)
            ?? own.Find(refund => refund.VendorId is null && gone.Reason?.Contains(refund.Reference, StringComparison.OrdinalIgnoreCase) == true)
            ?? own.Find(refund => refund.Amount == gone.Amount && gone.Status is VendorCancellationStatus.Succeeded && IsUnmade(refund));
    }

    private static bool IsUnmade(Refund refund) =>
        refund is { IsUnsent: true, VendorId: null } or { Status: RefundStatus.Failed, FlagId: not null };

    private void Adopt(VendorCancellation gone, IRandomSource random, DateTimeOffset now)
    {
        var amount = Math.Min(gone.Amount, Paid - Refunded);
        if (amount <= 0)
            return;

        var refund = new Refund(random.NextId(), null, TransactionId!, amount, RefundCause.AtVendor, null, null, RefundStatus.Requested, 0, gone.Id, null, now, null);
        Refunds = [.. Refunds, refund];
        Hear(refund, gone with { Amount = amount }, random, now);
    }

    private Refund Begin(long amount, RefundCause cause, string? note, Guid? by, Flag? flag, IRandomSource random, DateTimeOffset now)
    {
        var transaction = flag is null ? TransactionId! : flag.TransactionId!;
        var waits = RefundAccount is null && (flag?.RefundsToAccount ?? RefundsToAccount);
        var refund = new Refund(
            random.NextId(), flag?.Id, transaction, amount, cause, note, by, waits ? RefundStatus.AwaitingAccount : RefundStatus.Pending, 0, null, null, now, null);
        (Refunds, UpdatedAt) = ([.. Refunds, refund], now);
        Send(refund);
        return refund;
    }

    private void Hear(Refund refund, VendorCancellation said, IRandomSource random, DateTimeOffset now)
    {
        if (refund.Status is RefundStatus.Succeeded)
            return;

        if (said.Status is VendorCancellationStatus.Succeeded)
            Succeed(refund with { VendorId = said.Id }, now);
        else if (said.Status is VendorCancellationStatus.Failed)
            FailAtVendor(refund with { VendorId = said.Id }, "결제사가 환불하지 못했습니다.", account: true, random, now);
        else if (refund.IsUnsent)
            Replace(refund with { Status = RefundStatus.Requested, VendorId = said.Id }, now);
    }

    private void Succeed(Refund refund, DateTimeOffset now)
    {
        Replace(refund with { Status = RefundStatus.Succeeded, Error = null, SettledAt = now }, now);
        if (refund.FlagId is null)
        {
            Refunded += refund.Amount;
            Status = Refunded == Paid ? PaymentStatus.Refunded : PaymentStatus.PartiallyRefunded;
        }

        Raise(new RefundSucceeded(Id, UserId, refund.Id, refund.FlagId, OrderName, refund.Amount, CurrencyOf(refund), refund.Cause));
    }

    private void Fail(Refund refund, string error, DateTimeOffset now, bool askedAgain = false)
    {
        Replace(refund with { Status = RefundStatus.Failed, Error = error, SettledAt = now }, now);
        Raise(new RefundFailed(Id, refund.Id, refund.Amount, error, askedAgain));
    }

    private string CurrencyOf(Refund refund) => refund.FlagId is { } flag ? Flags.Single(known => known.Id == flag).Currency : Won;

    /// <summary>An account is kept as long as a refund may need it, and no longer.</summary>
    private void Replace(Refund refund, DateTimeOffset now)
    {
        (Refunds, UpdatedAt) = ([.. Refunds.Select(known => known.Id == refund.Id ? refund : known)], now);
        if (!Refunds.Any(known => known.IsOpen))
            RefundAccount = null;
    }
}
