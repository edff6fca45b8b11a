using Joonbi.Domain;
using Joonbi.Domain.Payments;
using static Joonbi.Tests.Payments.Bill;

namespace Joonbi.Tests.Payments;

/// <summary>What goes back, by rule, by hand and at the vendor; never more than came.</summary>
internal sealed class PaymentRefundTests
{
    [TestCase(RefundCause.AnalysisFailed, PaymentPurpose.Consultation, 100_000)]
    [TestCase(RefundCause.Infeasible, PaymentPurpose.Consultation, 100_000)]
    [TestCase(RefundCause.Rejected, PaymentPurpose.Consultation, 100_000)]
    [TestCase(RefundCause.CancelledBeforeAnalysis, PaymentPurpose.Consultation, 100_000)]
    [TestCase(RefundCause.StudioFault, PaymentPurpose.Consultation, 100_000)]
    [TestCase(RefundCause.StudioFault, PaymentPurpose.Contract, 100_000)]
    [TestCase(RefundCause.CancelledAfterDeposit, PaymentPurpose.Consultation, 0)]
    [TestCase(RefundCause.CancelledAfterDeposit, PaymentPurpose.Contract, 100_000)]
    [TestCase(RefundCause.CancelledAfterDeposit, PaymentPurpose.Extra, 100_000)]
    [TestCase(RefundCause.ChangeOfMind, PaymentPurpose.Contract, 0)]
    [TestCase(RefundCause.ChangeOfMind, PaymentPurpose.Final, 0)]
    public void The_rule_says_how_much_goes_back(RefundCause cause, PaymentPurpose purpose, long due) =>
        Assert.That(RefundRules.Due(cause, purpose, 100_000), Is.EqualTo(due));

    [Test]
    public void By_rule_all_goes_back_once_however_often_it_is_asked_for()
    {
        var payment = Paid();
        payment.Return(RefundCause.AnalysisFailed, Bill.Random, Now);
        payment.Return(RefundCause.Rejected, Bill.Random, Now);
        Assert.That((payment.Refunds.Single().Amount, payment.Refundable), Is.EqualTo((Fee, 0L)));
    }

    [Test]
    public void What_is_on_its_way_cannot_go_back_again()
    {
        var payment = Paid();
        payment.Return(60_000, "일부 환불", Guid.Empty, Bill.Random, Now);
        var refused = Assert.Throws<RuleViolationException>(() => payment.Return(40_001, "더", Guid.Empty, Bill.Random, Now))!;
        Assert.That((refused.Code, refused.Facts["refundable"]), Is.EqualTo(("REFUND_EXCEEDS_PAYMENT", (object)40_000L)));

        payment.Return(null, "나머지", Guid.Empty, Bill.Random, Now);
        Assert.That(Assert.Throws<ConflictException>(() => payment.Return(1, "더", Guid.Empty, Bill.Random, Now))!.Code, Is.EqualTo("PAYMENT_NOT_REFUNDABLE"));
    }

    [Test]
    public void What_never_came_cannot_go_back() =>
        Assert.That(() => Open().Return(null, "환불", Guid.Empty, Bill.Random, Now), Throws.InstanceOf<ConflictException>());

    [Test]
    public void An_order_says_the_amount_and_what_we_believe_is_left()
    {
        var payment = Paid();
        var first = payment.Return(60_000, "일부", Guid.Empty, Bill.Random, Now);
        Answer(payment, first, Gone(60_000));
        var second = payment.Return(null, "나머지", Guid.Empty, Bill.Random, Now);

        var order = payment.Order(second.Id)!;

        Assert.That((order.Amount, order.Cancellable, order.TransactionId), Is.EqualTo((40_000L, 40_000L, "tx-1")));
        Assert.That(order.Reason, Does.StartWith("관리자 환불 [").And.Contains(second.Reference));
        Assert.That(payment.Order(first.Id), Is.Null);
    }

    [Test]
    public void Part_by_part_it_ends_in_refunded()
    {
        var payment = Paid();
        Answer(payment, payment.Return(60_000, "일부", Guid.Empty, Bill.Random, Now), Gone(60_000, "c-1"));
        Assert.That((payment.Status, payment.Refunded), Is.EqualTo((PaymentStatus.PartiallyRefunded, 60_000L)));

        Answer(payment, payment.Return(null, "나머지", Guid.Empty, Bill.Random, Now), Gone(40_000, "c-2"));
        Assert.That((payment.Status, payment.Refunded), Is.EqualTo((PaymentStatus.Refunded, Fee)));
    }

    [Test]
    public void Taken_is_not_done_and_is_followed_to_its_end()
    {
        var payment = Paid();
        payment.Return(RefundCause.Rejected, Bill.Random, Now);
        Answer(payment, payment.Refunds[0], Gone(Fee, status: VendorCancellationStatus.Requested));
        Assert.That((payment.Status, payment.Refunds[0].Status, payment.NextCheckAt), Is.EqualTo((PaymentStatus.Paid, RefundStatus.Requested, (DateTimeOffset?)Now.AddMinutes(2))));

        payment.Hear(Right(payment, Gone(Fee)), TimeSpan.FromMinutes(2));
        Assert.That((payment.Status, payment.NextCheckAt), Is.EqualTo((PaymentStatus.Refunded, (DateTimeOffset?)null)));
    }

    [Test]
    public void Taken_and_not_done_it_failed_and_can_be_asked_for_anew()
    {
        var payment = Paid();
        payment.Return(RefundCause.Rejected, Bill.Random, Now);
        Answer(payment, payment.Refunds[0], Gone(Fee, status: VendorCancellationStatus.Requested));
        payment.TakeEvents();

        payment.Hear(Right(payment, Gone(Fee, status: VendorCancellationStatus.Failed)));

        Assert.That((payment.Refunds[0].Status, payment.Refundable, payment.Names()), Is.EqualTo((RefundStatus.Failed, Fee, "RefundFailed")));
    }

    [Test]
    public void A_refund_whose_answer_was_lost_is_known_by_its_reason()
    {
        var payment = Paid();
        payment.Return(RefundCause.Rejected, Bill.Random, Now);

        payment.Hear(Right(payment, Gone(Fee, reason: payment.Order(payment.Refunds[0].Id)!.Reason)));

        Assert.That((payment.Status, payment.Refunds.Single().VendorId, payment.Order(payment.Refunds[0].Id)), Is.EqualTo((PaymentStatus.Refunded, "c-1", (RefundOrder?)null)));
    }

    [Test]
    public void A_refund_whose_reason_was_cut_is_known_by_its_amount()
    {
        var payment = Paid();
        payment.Return(RefundCause.Rejected, Bill.Random, Now);
        payment.Hear(Right(payment, Gone(Fee, reason: "상담 거")));
        Assert.That(payment.Refunds.Single().Status, Is.EqualTo(RefundStatus.Succeeded));
    }

    [Test]
    public void What_was_cancelled_in_the_vendor_s_console_is_taken_into_our_books_once()
    {
        var payment = Paid();
        payment.Hear(Right(payment, Gone(30_000)));
        payment.Hear(Right(payment, Gone(30_000)));
        Assert.That((payment.Status, payment.Refunded, payment.Refunds.Single().Cause), Is.EqualTo((PaymentStatus.PartiallyRefunded, 30_000L, RefundCause.AtVendor)));
    }

    [Test]
    public void All_cancelled_in_the_console_leaves_nothing_for_a_refund_of_ours()
    {
        var payment = Paid();
        payment.Return(50_000, "일부", Guid.Empty, Bill.Random, Now);
        payment.Hear(Right(payment, Gone(Fee)));
        Assert.That((payment.Status, payment.Refunds[0].Status), Is.EqualTo((PaymentStatus.Refunded, RefundStatus.Failed)));
    }

    [Test]
    public void What_was_cancelled_in_the_console_leaves_less_for_a_refund_of_ours()
    {
        var payment = Paid();
        payment.Return(RefundCause.Rejected, Bill.Random, Now);
        payment.Hear(Right(payment, Gone(30_000)));
        Assert.That((payment.Refunds[0].Amount, payment.Order(payment.Refunds[0].Id)!.Cancellable), Is.EqualTo((70_000L, 70_000L)));
    }

    [Test]
    public void A_no_that_may_become_a_yes_is_asked_again_as_another_request()
    {
        var payment = Paid();
        payment.Return(RefundCause.Rejected, Bill.Random, Now);
        var key = payment.Order(payment.Refunds[0].Id)!.Key;
        payment.Refused(payment.Refunds[0].Id, "PG_PROVIDER", final: false, account: false, Bill.Random, Now);
        Assert.That((payment.Refunds[0].Status, payment.Order(payment.Refunds[0].Id)!.Key == key), Is.EqualTo((RefundStatus.Pending, false)));
    }

    [Test]
    public void A_flag_s_money_goes_back_beside_the_payment_s_own()
    {
        var payment = Paid();
        payment.Hear(Right(payment) with { TransactionId = "tx-2" });
        Answer(payment, payment.Refunds[0], Gone(Fee, "c-2"));
        Assert.That((payment.Status, payment.Refunded, payment.Refunds[0].Status), Is.EqualTo((PaymentStatus.Paid, 0L, RefundStatus.Succeeded)));
    }

    [Test]
    public void What_the_vendor_refused_to_return_for_a_flag_and_a_person_returned_in_the_console_is_in_the_books()
    {
        var payment = Paid();
        payment.Hear(Right(payment) with { TransactionId = "tx-2" });
        payment.Refused(payment.Refunds[0].Id, "계좌가 필요합니다.", final: true, account: false, Bill.Random, Now);
        payment.TakeEvents();

        payment.Hear(Right(payment, Gone(Fee, "c-9")) with { TransactionId = "tx-2" });

        Assert.That((payment.Refunds.Single().Status, payment.Names(), payment.Refunded), Is.EqualTo((RefundStatus.Succeeded, "RefundSucceeded", 0L)));
    }

    [Test]
    public void Whatever_happens_no_more_goes_back_than_came()
    {
        for (var seed = 0; seed < 3_000; seed++)
            Live(new Random(seed), seed);
    }

    /// <summary>A life of a payment with a vendor that answers as it likes, but keeps its own books right.</summary>
    private static void Live(Random random, int seed)
    {
        var payment = Open();
        var gone = new List<VendorCancellation>();
        for (var step = 0; step < 25; step++)
        {
            Step(payment, gone, random);
            var open = payment.Refunds.Where(refund => refund.IsOpen && refund.FlagId is null).Sum(refund => refund.Amount);
            var done = payment.Refunds.Where(refund => refund.Status is RefundStatus.Succeeded && refund.FlagId is null).Sum(refund => refund.Amount);
            if (payment.Refunded != done || done + open > payment.Paid || payment.Paid is not (0 or Fee) || payment.Refundable < 0)
                Assert.Fail($"seed {seed}, step {step}: paid {payment.Paid}, refunded {payment.Refunded}, open {open}");
            if (payment.Paid > 0 && gone.Where(Succeeded).Sum(back => back.Amount) < done)
                Assert.Fail($"seed {seed}, step {step}: our books say {done} went back, the vendor's less");
        }

        static bool Succeeded(VendorCancellation back) => back.Status is VendorCancellationStatus.Succeeded;
    }

    private static void Step(Payment payment, List<VendorCancellation> gone, Random random)
    {
        var pending = payment.Refunds.FirstOrDefault(refund => refund.Status is RefundStatus.Pending);
        switch (random.Next(8))
        {
            case 0 when payment.Paid > 0:
                payment.Return((RefundCause)random.Next(4), Bill.Random, Now);
                break;
            case 1 when payment.Refundable > 0:
                payment.Return(random.Next(1, (int)payment.Refundable + 1), "환불", Guid.Empty, Bill.Random, Now);
                break;
            case 2 or 3 when pending is not null && payment.Order(pending.Id) is { } order && Left(gone) >= order.Amount && Left(gone) == order.Cancellable:
                gone.Add(Gone(order.Amount, $"c-{gone.Count}", order.Reason, (VendorCancellationStatus)random.Next(3)));
                if (random.Next(3) > 0)
                    Answer(payment, pending, gone[^1]);
                break;
            case 4 when payment.Paid > 0 && pending is null && Left(gone) > 0 && payment.Refundable == Left(gone):
                gone.Add(Gone(random.Next(1, (int)Left(gone) + 1), $"c-{gone.Count}"));
                break;
            case 5 when gone.FindIndex(back => back.Status is VendorCancellationStatus.Requested) is >= 0 and var index:
                gone[index] = gone[index] with { Status = random.Next(2) == 0 ? VendorCancellationStatus.Succeeded : VendorCancellationStatus.Failed };
                break;
            case 6 when pending is not null:
                payment.Refused(pending.Id, "오류", random.Next(2) == 0, account: false, Bill.Random, Now);
                break;
            default:
                payment.Hear(Right(payment, [.. gone]));
                break;
        }
    }

    private static long Left(List<VendorCancellation> gone) => Fee - gone.Where(back => back.Status is not VendorCancellationStatus.Failed).Sum(back => back.Amount);

    private static void Answer(Payment payment, Refund refund, VendorCancellation said) => payment.Answered(refund.Id, said, Policy, Bill.Random, Now);
}
