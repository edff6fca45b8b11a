using Joonbi.Domain;
using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>
/// The one path on which the vendor's word becomes our state, whoever made us ask: the browser, a webhook, or our own clock.
/// The row is locked first, so of any number at once one finds it unpaid.
/// </summary>
internal sealed class Confirmations(
    IPaymentRepository payments, IEnumerable<IPayable> payables, IPaymentGateway gateway, IRandomSource random, PaymentPolicy policy, TimeProvider clock)
{
    /// <returns>The payment as it stands now; null when there is none.</returns>
    public async Task<Payment?> TakeIn(Guid paymentId, VendorPayment? said, CancellationToken ct)
    {
        if (await payments.Find(paymentId, ct) is not { } payment)
            return null;

        var now = clock.GetUtcNow();
        if (payment.Confirm(said, gateway.Merchant, policy, random, now)
            && await payables.Single(payable => payable.Purpose == payment.Purpose).Receive(payment, ct) is { } cause)
        {
            payment.Return(cause, random, now);
        }

        await payments.Save(payment, ct);
        return payment;
    }
}

internal static class Asking
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    /// <summary>For somebody who waits. What we could not learn now we learn by ourselves, and say so.</summary>
    /// <exception cref="UnavailableException"><c>PAYMENT_CHECK_DELAYED</c>.</exception>
    public static async Task<VendorPayment?> FindNow(this IPaymentGateway gateway, PaymentKey key, CancellationToken ct)
    {
        try
        {
            return await gateway.Find(key, ct);
        }
        catch (DeliveryException)
        {
            throw new UnavailableException(
                "PAYMENT_CHECK_DELAYED",
                "결제사의 응답이 늦어 아직 결제를 확인하지 못했습니다. 이미 결제하셨다면 자동으로 확인되니 다시 결제하지 마시고 잠시 기다려 주세요.",
                Soon);
        }
    }
}
