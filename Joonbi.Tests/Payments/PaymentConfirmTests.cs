using Joonbi.Domain.Payments;
using static Joonbi.Tests.Payments.Bill;

namespace Joonbi.Tests.Payments;

/// <summary>What a payment makes of the vendor's word, in every state and order.</summary>
internal sealed class PaymentConfirmTests
{
    [Test]
    public void Exactly_what_was_asked_for_is_paid_and_said_twice_it_is_paid_once()
    {
        var payment = Open();

        Assert.That((payment.Hear(Right(payment)), payment.Hear(Right(payment))), Is.EqualTo((true, false)));
        Assert.That((payment.Status, payment.Paid, payment.TransactionId, payment.NextCheckAt), Is.EqualTo((PaymentStatus.Paid, Fee, "tx-1", (DateTimeOffset?)null)));
        Assert.That(payment.Names(), Is.EqualTo("PaymentPaid"));
    }

    [TestCase(VendorStatus.Ready)]
    [TestCase(VendorStatus.Waiting)]
    [TestCase(VendorStatus.Unknown)]
    public void An_opened_window_an_issued_account_and_an_unknown_word_are_not_paid(VendorStatus status)
    {
        var payment = Open();

        payment.Hear(Said(payment, status));

        Assert.That((payment.Status, payment.HasNews), Is.EqualTo((PaymentStatus.Pending, false)));
    }

    [TestCase(FlagReason.Amount)]
    [TestCase(FlagReason.Currency)]
    [TestCase(FlagReason.Store)]
    [TestCase(FlagReason.TestChannel)]
    public void A_mismatch_is_never_paid_but_flagged_and_returned_in_full(FlagReason reason)
    {
        var payment = Open();
        var said = Wrong(Right(payment), reason);

        Assert.That(payment.Hear(said), Is.False);

        Assert.That((payment.Status, payment.Paid), Is.EqualTo((PaymentStatus.Failed, 0L)));
        Assert.That((payment.Flags.Single().Reason, payment.Flags[0].Moved), Is.EqualTo((reason, said.Total)));
        Assert.That((payment.Refunds.Single().Amount, payment.Refunds[0].FlagId), Is.EqualTo((said.Total, (Guid?)payment.Flags[0].Id)));
        Assert.That(payment.Names(), Is.EqualTo("PaymentFailed,PaymentFlagged,RefundRequested"));
    }

    [Test]
    public void A_mismatch_heard_again_is_one_flag_and_one_refund()
    {
        var payment = Open();
        payment.Hear(Wrong(Right(payment), FlagReason.Amount));
        payment.TakeEvents();

        payment.Hear(Wrong(Right(payment), FlagReason.Amount));

        Assert.That((payment.Flags.Count, payment.Refunds.Count, payment.HasNews), Is.EqualTo((1, 1, false)));
    }

    [Test]
    public void A_channel_of_unknown_kind_counts_as_a_test_channel()
    {
        var payment = Open();
        payment.Hear(Right(payment) with { IsTest = null });
        Assert.That(payment.Flags.Single().Reason, Is.EqualTo(FlagReason.TestChannel));
    }

    [Test]
    public void A_test_channel_is_fine_where_no_real_money_is_expected()
    {
        var payment = Open();
        Assert.That(payment.Confirm(Right(payment) with { IsTest = true }, Shop with { TakesTestChannels = true }, Policy, Bill.Random, Now), Is.True);
    }

    [Test]
    public void Another_payment_s_money_stays_where_it_is()
    {
        var payment = Open();

        payment.Hear(Right(payment) with { Reference = Open().Reference });

        Assert.That((payment.Status, payment.Flags.Single().Reason, payment.Refunds.Count), Is.EqualTo((PaymentStatus.Pending, FlagReason.OtherPayment, 0)));
    }

    [Test]
    public void Paid_a_second_time_the_second_money_goes_back_and_the_first_stays()
    {
        var payment = Paid();

        payment.Hear(Right(payment) with { TransactionId = "tx-2" });

        Assert.That((payment.Status, payment.Refundable), Is.EqualTo((PaymentStatus.Paid, Fee)));
        Assert.That((payment.Flags.Single().Reason, payment.Refunds.Single().TransactionId, payment.Refunds[0].Cause), Is.EqualTo((FlagReason.PaidTwice, "tx-2", RefundCause.NotOwed)));
    }

    [Test]
    public void After_a_failed_attempt_the_same_payment_can_still_be_paid()
    {
        var payment = Open();
        payment.Hear(Said(payment, VendorStatus.Failed) with { TransactionId = "tx-0", Failure = "한도 초과" });
        Assert.That((payment.Status, payment.Failure), Is.EqualTo((PaymentStatus.Failed, "한도 초과")));

        Assert.That(payment.Hear(Right(payment)), Is.True);

        Assert.That(payment.Names(), Is.EqualTo("PaymentFailed,PaymentPaid"));
    }

    [Test]
    public void A_failure_that_arrives_after_the_payment_changes_nothing()
    {
        var payment = Paid();
        payment.Hear(Said(payment, VendorStatus.Failed));
        payment.Hear(Said(payment, VendorStatus.Ready) with { TransactionId = "tx-0" });
        Assert.That((payment.Status, payment.HasNews), Is.EqualTo((PaymentStatus.Paid, false)));
    }

    [TestCase(0, 2)]
    [TestCase(2, 5)]
    [TestCase(6, 15)]
    [TestCase(59, 60)]
    [TestCase(60, 120)]
    [TestCase(90, 150)]
    public void The_vendor_is_asked_after_2_5_15_and_60_minutes_and_hourly_from_then_on(int minutes, int next)
    {
        var payment = Open();
        payment.Hear(null, TimeSpan.FromMinutes(minutes));
        Assert.That(payment.NextCheckAt, Is.EqualTo(Now.AddMinutes(next)));
    }

    [Test]
    public void Nobody_paid_within_24_hours_is_the_end_of_it()
    {
        var payment = Open();
        payment.Hear(null, TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.That(payment.Status, Is.EqualTo(PaymentStatus.Pending));

        payment.Hear(null, TimeSpan.FromHours(24));
        Assert.That((payment.Status, payment.NextCheckAt), Is.EqualTo((PaymentStatus.Cancelled, (DateTimeOffset?)null)));
    }

    [Test]
    public void Who_was_given_an_account_to_transfer_to_has_7_days()
    {
        var payment = Open();
        payment.Hear(Said(payment, VendorStatus.Waiting), TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.That(payment.Status, Is.EqualTo(PaymentStatus.Pending));

        payment.Hear(Said(payment, VendorStatus.Waiting), TimeSpan.FromDays(7));
        Assert.That(payment.Status, Is.EqualTo(PaymentStatus.Cancelled));
    }

    [Test]
    public void Money_that_comes_after_the_end_is_taken_in_all_the_same()
    {
        var payment = Open();
        payment.Withdraw(Now);
        Assert.That(payment.Hear(Right(payment), TimeSpan.FromDays(2)), Is.True);
    }

    [Test]
    public void What_is_no_longer_asked_for_may_still_be_paid_in_an_open_window_so_it_is_asked_about_until_the_end()
    {
        var payment = Open();
        payment.Withdraw(Now);
        payment.Hear(null, TimeSpan.FromMinutes(2));
        Assert.That(payment.NextCheckAt, Is.EqualTo(Now.AddMinutes(5)));
        payment.Hear(null, TimeSpan.FromHours(24));
        Assert.That(payment.NextCheckAt, Is.Null);
    }

    [Test]
    public void Cancelled_at_the_vendor_before_we_heard_of_it_it_was_never_paid()
    {
        var payment = Open();
        payment.Hear(Right(payment, Gone(Fee)));
        Assert.That((payment.Status, payment.Paid), Is.EqualTo((PaymentStatus.Failed, 0L)));
    }

    [Test]
    public void Somebody_else_s_claim_is_flagged_once_and_changes_nothing_else()
    {
        var payment = Open();
        payment.ClaimedBy(Guid.Empty, Bill.Random, Now);
        payment.ClaimedBy(Guid.Empty, Bill.Random, Now);
        Assert.That((payment.Status, payment.Flags.Single().Reason, payment.Refunds.Count), Is.EqualTo((PaymentStatus.Pending, FlagReason.OtherCustomer, 0)));
    }

    private static VendorPayment Wrong(VendorPayment said, FlagReason reason) => reason switch
    {
        FlagReason.Amount => said with { Total = 1 },
        FlagReason.Currency => said with { Currency = "USD" },
        FlagReason.Store => said with { StoreId = "store-2" },
        _ => said with { IsTest = true },
    };
}
