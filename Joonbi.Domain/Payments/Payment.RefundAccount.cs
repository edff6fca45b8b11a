namespace Joonbi.Domain.Payments;

/// <summary>
/// To which account money goes back that came by a transfer. The vendor cannot return it without one; whose it is knows only
/// the customer, who is asked when a refund needs it.
/// </summary>
public sealed partial class Payment
{
    /// <summary>So many wrong accounts are asked for anew; after that a person of the studio must help.</summary>
    private const int MostAccounts = 3;

    /// <summary>The account that was named, as long as a refund may need it.</summary>
    public SealedAccount? RefundAccount { get; private set; }

    /// <summary>Says where to. What waited for it is sent; what is on its way and not yet taken is sent there instead.</summary>
    /// <param name="account">Where to.</param>
    /// <param name="byAdmin">An admin may also name one for a refund that should have gone back the way it came, and does not.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="ConflictException"><c>REFUND_ACCOUNT_NOT_AWAITED</c>.</exception>
    public void GiveAccount(SealedAccount account, bool byAdmin, DateTimeOffset now)
    {
        var waiting = Refunds.Where(refund => refund.Status is RefundStatus.AwaitingAccount || (refund.Status is RefundStatus.Pending && (byAdmin || ToAccount(refund)))).ToList();
        if (waiting.Count == 0)
            throw new ConflictException("REFUND_ACCOUNT_NOT_AWAITED", "환불 계좌를 기다리는 환불이 없습니다.");

        RefundAccount = account;
        foreach (var refund in waiting)
        {
            // To the vendor it is another request from now on: nothing that it has heard may answer for it.
            var changed = refund with { Status = RefundStatus.Pending, Tries = refund.Tries + 1 };
            Replace(changed, now);
            Send(changed);
        }
    }

    /// <summary>Nobody can read the account any more. What needs one waits for it again.</summary>
    public void LoseAccount(DateTimeOffset now)
    {
        RefundAccount = null;
        foreach (var refund in Refunds.Where(refund => refund.Status is RefundStatus.Pending && ToAccount(refund)).ToList())
        {
            Replace(refund with { Status = RefundStatus.AwaitingAccount }, now);
            Ask(refund, again: true);
        }
    }

    /// <summary>A no that may be about the account is not the end: the customer is asked for another one.</summary>
    private void FailAtVendor(Refund refund, string error, bool account, IRandomSource random, DateTimeOffset now)
    {
        if (refund.Status is RefundStatus.Failed)
            return;

        var failures = Refunds.Count(known => known.FlagId == refund.FlagId && known.Status is RefundStatus.Failed) + 1;
        var again = account && ToAccount(refund) && RefundAccount is not null && failures < MostAccounts;
        Fail(refund, error, now, again);
        if (!again)
            return;

        LoseAccount(now);
        var anew = refund with
        {
            Id = random.NextId(), Status = RefundStatus.AwaitingAccount, Tries = 0, VendorId = null, Error = null, CreatedAt = now, SettledAt = null,
        };
        Refunds = [.. Refunds, anew];
        Ask(anew, again: true);
    }

    private bool ToAccount(Refund refund) => refund.FlagId is { } flag ? Flags.Single(known => known.Id == flag).RefundsToAccount : RefundsToAccount;

    private void Send(Refund refund)
    {
        if (refund.Status is RefundStatus.AwaitingAccount)
            Ask(refund, again: false);
        else
            Raise(new RefundRequested(Id, refund.Id, refund.TransactionId));
    }

    private void Ask(Refund refund, bool again) =>
        Raise(new RefundAccountAwaited(Id, UserId, refund.Id, OrderName, refund.Amount, CurrencyOf(refund), again));
}
