using System.Text.Json;
using System.Text.Json.Serialization;

namespace Joonbi.Sandbox.PortOne;

/// <summary>A deal in the words of V2's payment: the members that its status demands, and the usual rest.</summary>
internal static class V2View
{
    /// <summary>V2 leaves out what it has not.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static object Payment(Deal deal, DateTimeOffset now)
    {
        var status = deal.Status(now);
        return new
        {
            status,
            id = deal.PaymentId,
            transactionId = deal.TransactionId,
            merchantId = "merchant-sandbox",
            storeId = deal.StoreId,
            method = Method(deal),
            channel = new { type = deal.ChannelType, id = "channel-id-sandbox", key = "channel-key-sandbox", name = "개발용 대역", pgProvider = "TOSSPAYMENTS", pgMerchantId = "sandbox" },
            version = deal.IsV1 ? "V1" : "V2",
            requestedAt = deal.At,
            updatedAt = deal.ChangedAt,
            statusChangedAt = deal.ChangedAt,
            orderName = deal.OrderName,
            amount = new
            {
                total = deal.Total,
                taxFree = 0,
                discount = 0,
                paid = deal.PaidAt is null ? 0 : deal.Total,
                cancelled = deal.Cancelled(now),
                cancelledTaxFree = 0,
            },
            currency = deal.Currency,
            customer = new { },
            origin = new { platformType = "PC", ipAddress = "127.0.0.1" },
            paidAt = deal.PaidAt,
            disputes = status == "PAID" ? Array.Empty<object>() : null,
            failedAt = status == "FAILED" ? deal.ChangedAt : (DateTimeOffset?)null,
            failure = status == "FAILED" ? new { reason = deal.Failure, pgCode = "FAILED", pgMessage = deal.Failure } : null,
            cancellations = deal.Cancellations.Count == 0 ? null : deal.Cancellations.Select(gone => Cancellation(gone, now)),
            cancelledAt = status is "CANCELLED" or "PARTIAL_CANCELLED" ? deal.ChangedAt : (DateTimeOffset?)null,
        };
    }

    public static object Cancellation(Cancellation gone, DateTimeOffset now) => new
    {
        status = gone.Status(now),
        id = gone.Id,
        totalAmount = gone.Amount,
        taxFreeAmount = 0,
        vatAmount = 0,
        reason = gone.Reason,
        requestedAt = gone.At,
        cancelledAt = gone.SettlesAt <= now ? gone.SettlesAt : (DateTimeOffset?)null,
        trigger = "API",
    };

    private static object? Method(Deal deal) => deal switch
    {
        { Outcome: "READY" } => null,
        { VirtualAccount: { } account } => new { type = "PaymentMethodVirtualAccount", bank = "SHINHAN", accountNumber = account },
        _ => (object)new { type = "PaymentMethodCard" },
    };
}
