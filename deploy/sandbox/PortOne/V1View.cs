using System.Text.Json;

namespace Joonbi.Sandbox.PortOne;

/// <summary>A deal in the words of V1. A partial cancellation shows in the amounts only; times are seconds, 0 for never.</summary>
internal static class V1View
{
    /// <summary>V1 says null to what it has not.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);

    public static object Payment(Deal deal, DateTimeOffset now) => new
    {
        imp_uid = deal.TransactionId,
        merchant_uid = deal.PaymentId,
        name = deal.OrderName,
        pay_method = deal.VirtualAccount is null ? "card" : "vbank",
        pg_provider = "tosspayments",
        sandbox = deal.ChannelType == "TEST",
        amount = (decimal)deal.Total,
        cancel_amount = (decimal)deal.Cancelled(now),
        currency = deal.Currency,
        status = Status(deal, now),
        vbank_num = deal.VirtualAccount,
        vbank_name = deal.VirtualAccount is null ? null : "신한은행",
        started_at = deal.At.ToUnixTimeSeconds(),
        paid_at = deal.PaidAt?.ToUnixTimeSeconds() ?? 0,
        failed_at = deal.Outcome == "FAILED" ? deal.ChangedAt.ToUnixTimeSeconds() : 0,
        cancelled_at = deal.Cancellations.Count > 0 ? deal.ChangedAt.ToUnixTimeSeconds() : 0,
        fail_reason = deal.Failure,
        receipt_url = (string?)null,
        cancel_history = deal.Cancellations.Where(gone => gone.Status(now) == "SUCCEEDED").Select(gone => new
        {
            pg_tid = gone.Id[..8],
            amount = (decimal)gone.Amount,
            cancelled_at = gone.SettlesAt.ToUnixTimeSeconds(),
            reason = gone.Reason,
            cancellation_id = gone.Id,
        }),
    };

    public static string Status(Deal deal, DateTimeOffset now) => deal.Status(now) switch
    {
        "PAID" or "PARTIAL_CANCELLED" => "paid",
        "CANCELLED" => "cancelled",
        "FAILED" => "failed",
        _ => "ready",
    };
}
