using System.Text.Json;
using Joonbi.Domain;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.Vendors;

namespace Joonbi.Infrastructure.PortOne;

/// <summary>Reads what the first generation says. Amounts are JSON numbers that may have a fraction; a partial cancellation shows in the amounts only.</summary>
internal static class PortOneV1Answers
{
    private const int MaxText = 500;

    public static VendorPayment Payment(JsonElement said)
    {
        var cancellations = said.Parts("cancel_history").Select(Cancellation).ToList();
        var missing = (said.Whole("cancel_amount") ?? 0) - cancellations.Sum(gone => gone.Amount);
        if (missing > 0)
            cancellations.Add(new VendorCancellation($"{said.Text("imp_uid")}-{said.Whole("cancel_amount")}", VendorCancellationStatus.Succeeded, missing, null));

        return new VendorPayment(
            said.Text("merchant_uid") ?? "",
            said.Text("imp_uid") ?? "",
            Status(said),
            said.Whole("amount"),
            said.Text("currency"),
            null,
            said.Text("sandbox") switch { "false" => false, "true" => true, _ => null },
            cancellations)
        {
            PaidAt = said.Whole("paid_at") is > 0 and < 253_402_300_800 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            Method = said.Text("pay_method")?.Cut(MaxText),
            RefundsToAccount = said.Text("pay_method") == "vbank",
            Provider = said.Text("pg_provider"),
            ReceiptUrl = said.Text("receipt_url")?.Cut(2_048),
            Failure = said.Text("fail_reason")?.Cut(MaxText),
        };
    }

    /// <summary>Of all attempts with our id: the one that paid, else one that may yet, else the last.</summary>
    public static VendorPayment? Foremost(IEnumerable<JsonElement> attempts) =>
        attempts.Select(Payment).OrderBy(attempt => attempt.Status switch
        {
            VendorStatus.Paid => 0,
            VendorStatus.Waiting => 1,
            VendorStatus.Cancelled => 2,
            VendorStatus.Ready => 3,
            VendorStatus.Unknown => 4,
            VendorStatus.Failed => 5,
            _ => throw new ArgumentOutOfRangeException(nameof(attempts)),
        }).FirstOrDefault();

    /// <summary>Our refund among those of the payment that the vendor answers with.</summary>
    public static VendorCancellation Made(JsonElement said, RefundOrder order)
    {
        var gone = Payment(said).Cancellations;
        return gone.LastOrDefault(known => known.Reason == order.Reason)
            ?? gone.LastOrDefault(known => known.Amount == order.Amount)
            ?? new VendorCancellation($"{order.TransactionId}-{order.Key}", VendorCancellationStatus.Requested, order.Amount, order.Reason);
    }

    private static VendorCancellation Cancellation(JsonElement said) =>
        new(said.Text("cancellation_id") ?? said.Text("pg_tid") ?? "", VendorCancellationStatus.Succeeded, said.Whole("amount") ?? 0, said.Text("reason"));

    private static VendorStatus Status(JsonElement said) => said.Text("status") switch
    {
        "paid" => said.Whole("cancel_amount") >= said.Whole("amount") ? VendorStatus.Cancelled : VendorStatus.Paid,
        "cancelled" => said.Whole("cancel_amount") > 0 && said.Whole("cancel_amount") < said.Whole("amount") ? VendorStatus.Paid : VendorStatus.Cancelled,
        "ready" => said.Text("vbank_num") is { Length: > 0 } ? VendorStatus.Waiting : VendorStatus.Ready,
        "pending" => VendorStatus.Waiting,
        "failed" => VendorStatus.Failed,
        _ => VendorStatus.Unknown,
    };
}
