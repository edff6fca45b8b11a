using Joonbi.Domain;
using Joonbi.Domain.Payments;

namespace Joonbi.Tests.Payments;

/// <summary>A payment of the analysis fee as a plain object, and what its vendor may say of it.</summary>
internal static class Bill
{
    public const long Fee = 100_000;
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly PaymentPolicy Policy = new();
    public static readonly Merchant Shop = new("store-1", TakesTestChannels: false);
    public static readonly Ids Random = new();

    public static Payment Open() => Payment.Prepare(Random.NextId(), Guid.AllBitsSet, PaymentPurpose.Consultation, Guid.AllBitsSet, "분석 상담", Fee, Policy, Now);

    public static Payment Paid()
    {
        var payment = Open();
        payment.Confirm(Right(payment), Shop, Policy, Random, Now);
        payment.TakeEvents();
        return payment;
    }

    /// <summary>The vendor's word that exactly this was paid.</summary>
    public static VendorPayment Right(Payment payment, params VendorCancellation[] gone) =>
        new(payment.Reference, "tx-1", gone.Where(gone => gone.Status is VendorCancellationStatus.Succeeded).Sum(gone => gone.Amount) == Fee ? VendorStatus.Cancelled : VendorStatus.Paid, Fee, "KRW", "store-1", false, gone);

    public static VendorPayment Said(Payment payment, VendorStatus status) => Right(payment) with { Status = status };

    public static VendorCancellation Gone(long amount, string id = "c-1", string? reason = null, VendorCancellationStatus status = VendorCancellationStatus.Succeeded) =>
        new(id, status, amount, reason);

    public static bool Hear(this Payment payment, VendorPayment? said, TimeSpan after = default) => payment.Confirm(said, Shop, Policy, Random, Now + after);

    public static string Names(this Payment payment) => string.Join(',', payment.TakeEvents().Select(happened => happened.GetType().Name));

    internal sealed class Ids : IRandomSource
    {
        private int next;

        public Guid NextId() => new(++next, 7, 7, new byte[8]);

        public byte[] NextBytes(int count) => new byte[count];

        public double NextDouble() => 0.5;
    }
}
