using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Domain;
using Joonbi.Domain.Payments;

namespace Joonbi.Infrastructure.PortOne;

/// <summary>An installation without an account at the vendor: everything else works, and whoever wants to pay is told.</summary>
internal sealed class NoGateway : IPaymentGateway
{
    public Checkout Checkout => throw Off();

    public Merchant Merchant => throw Off();

    public Task<VendorPayment?> Find(PaymentKey key, CancellationToken ct) => throw Off();

    public Task<RefundAnswer> Refund(RefundOrder order, VendorPayment? said, CancellationToken ct) => throw Off();

    public PaymentNotice Read(RawNotice notice) => throw Off();

    private static UnavailableException Off() => new("PAYMENTS_UNAVAILABLE", "지금은 결제를 이용할 수 없습니다. 준비스튜디오로 문의해 주세요.", TimeSpan.FromHours(1));
}
