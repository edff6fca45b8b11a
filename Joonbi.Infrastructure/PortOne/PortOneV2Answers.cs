using System.Text.Json;
using Joonbi.Domain;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.Vendors;

namespace Joonbi.Infrastructure.PortOne;

/// <summary>Reads what the second generation says. It may add members, words and whole kinds of payments at any time: what is not known here is passed over.</summary>
internal static class PortOneV2Answers
{
    private const int MaxText = 500;

    public static VendorPayment Payment(JsonElement said) => new(
        said.Text("id") ?? "",
        said.Text("transactionId") ?? "",
        Status(said.Text("status")),
        said.Part("amount")?.Whole("total"),
        said.Text("currency"),
        said.Text("storeId") ?? "",
        said.Part("channel")?.Text("type") switch { "LIVE" => false, "TEST" => true, _ => null },
        [.. said.Parts("cancellations").Select(Cancellation)])
    {
        PaidAt = DateTimeOffset.TryParse(said.Text("paidAt"), out var at) ? at.ToUniversalTime() : null,
        Method = said.Part("method")?.Text("type")?.Cut(MaxText),
        RefundsToAccount = said.Part("method")?.Text("type") == "PaymentMethodVirtualAccount",
        Provider = said.Part("channel")?.Text("pgProvider"),
        ReceiptUrl = said.Text("receiptUrl")?.Cut(2_048),
        Failure = (said.Part("failure")?.Text("reason") ?? said.Part("failure")?.Text("pgMessage"))?.Cut(MaxText),
    };

    public static VendorCancellation Cancellation(JsonElement said) => new(
        said.Text("id") ?? "",
        said.Text("status") switch
        {
            "SUCCEEDED" => VendorCancellationStatus.Succeeded,
            "FAILED" => VendorCancellationStatus.Failed,
            _ => VendorCancellationStatus.Requested,
        },
        said.Whole("totalAmount") ?? 0,
        said.Text("reason"));

    /// <summary>The list's filter says PENDING where the payment itself says PAY_PENDING. An account to transfer to is not money.</summary>
    private static VendorStatus Status(string? status) => status switch
    {
        "READY" => VendorStatus.Ready,
        "PAY_PENDING" or "PENDING" or "VIRTUAL_ACCOUNT_ISSUED" => VendorStatus.Waiting,
        "PAID" or "PARTIAL_CANCELLED" => VendorStatus.Paid,
        "FAILED" => VendorStatus.Failed,
        "CANCELLED" => VendorStatus.Cancelled,
        _ => VendorStatus.Unknown,
    };
}
