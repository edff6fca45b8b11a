using Joonbi.Domain.Payments;

namespace Joonbi.Application.Payments;

/// <summary>Which generation of the vendor's script the browser loads.</summary>
public enum PaymentSdk
{
    /// <summary><c>IMP.request_pay</c>.</summary>
    V1,

    /// <summary><c>PortOne.requestPayment</c>.</summary>
    V2,
}

/// <summary>What the browser needs to know of the shop; none of it is a secret.</summary>
/// <param name="Sdk">Which generation of the script.</param>
/// <param name="ScriptUrl">Where the script is.</param>
/// <param name="StoreId">V1: the merchant's code for <c>IMP.init</c>. V2: the store's id.</param>
/// <param name="ChannelKey">V2 only.</param>
public sealed record Checkout(PaymentSdk Sdk, Uri ScriptUrl, string StoreId, string? ChannelKey);

/// <summary>By what a payment is found at the vendor.</summary>
/// <param name="Reference">Our id of it.</param>
/// <param name="TransactionId">The vendor's id of the attempt, where somebody has named one; a mere hint.</param>
public sealed record PaymentKey(string Reference, string? TransactionId);

/// <summary>What a webhook is about. What it says of the payment is not here: it is a reason to ask, and nothing else.</summary>
/// <param name="DeliveryId">The sender's id of the delivery, the same at every repetition; null when it has none.</param>
/// <param name="Key">Of which payment; null when it is about something else.</param>
public sealed record PaymentNotice(string? DeliveryId, PaymentKey? Key);

/// <summary>What the vendor answers to a refund.</summary>
public abstract record RefundAnswer
{
    /// <summary>It has it, in whatever state.</summary>
    public sealed record Taken(VendorCancellation Cancellation) : RefundAnswer;

    /// <summary>A definite no.</summary>
    /// <param name="Error">The vendor's own code, and what it says to it.</param>
    /// <param name="Final">False when a look at the payment, or time, may turn it into a yes.</param>
    /// <param name="MayBeTheAccount">The account that the money should have gone to may be the reason.</param>
    public sealed record Refused(string Error, bool Final, bool MayBeTheAccount = false) : RefundAnswer;
}

/// <summary>
/// The payment vendor (PortOne, in either generation). Nothing here changes a payment of ours: what it says is taken in by
/// <see cref="Payment.Confirm"/>.
/// </summary>
public interface IPaymentGateway
{
    /// <summary>For the browser.</summary>
    /// <exception cref="Domain.UnavailableException"><c>PAYMENTS_UNAVAILABLE</c>: this installation takes no payments.</exception>
    Checkout Checkout { get; }

    /// <summary>Whom customers pay.</summary>
    Merchant Merchant { get; }

    /// <summary>The payment as it stands there, or null when the vendor knows none.</summary>
    /// <exception cref="DeliveryException">It did not say.</exception>
    Task<VendorPayment?> Find(PaymentKey key, CancellationToken ct);

    /// <summary>Asks for a refund. The same order again is the same request, as far as the vendor's generation can tell.</summary>
    /// <param name="order">What goes back.</param>
    /// <param name="said">The payment as the vendor tells it: which store the money went to, and through which provider; null when it does not know it.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="DeliveryException">It did not say; what was asked for may have been done.</exception>
    Task<RefundAnswer> Refund(RefundOrder order, VendorPayment? said, CancellationToken ct);

    /// <summary>What a webhook is about, after its signature was checked where the generation signs.</summary>
    /// <exception cref="Domain.UnauthenticatedException"><c>WEBHOOK_SIGNATURE_INVALID</c>.</exception>
    PaymentNotice Read(RawNotice notice);
}
