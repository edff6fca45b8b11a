using System.Collections.Concurrent;
using System.Text.Json;
using Joonbi.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Joonbi.Tests.PortOne;

/// <summary>PortOne with books of its own, in both generations' words, on the vendors' loopback server.</summary>
internal sealed class PortOneStandIn
{
    public const string StoreId = "store-test";
    public const string ChannelKey = "channel-key-test";
    public const string WebhookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public const string PreviousSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private const string At = "2026-11-23T09:00:00Z";

    private readonly ConcurrentDictionary<string, Deal> deals = new();
    private readonly ConcurrentDictionary<string, (int Status, object Body)> answered = new();
    private int transactions;

    /// <summary>How the next cancellations end.</summary>
    public string CancelAs { get; set; } = "SUCCEEDED";

    /// <summary>Every deal by the vendor's id of it.</summary>
    public IEnumerable<Deal> Deals => deals.Values;

    /// <summary>Somebody pays, with or without a payment of ours behind it.</summary>
    public Deal Pay(string reference, Action<Deal>? otherwise = null)
    {
        var deal = new Deal(reference, Interlocked.Increment(ref transactions));
        otherwise?.Invoke(deal);
        deals[deal.TransactionId] = deal;
        return deal;
    }

    public void Reset()
    {
        deals.Clear();
        answered.Clear();
        CancelAs = "SUCCEEDED";
    }

    /// <returns>False when the call is not for it.</returns>
    public async Task<bool> Answer(HttpContext context, VendorCall call)
    {
        if (call.Path.Split('/') is not ["", "portone" or "iamport", .. var path])
            return false;

        var (status, body) = call.Path.StartsWith("/portone/", StringComparison.Ordinal) ? Second(call, path) : First(call, path);
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(body, context.RequestAborted);
        return true;
    }

    private (int, object) Second(VendorCall call, string[] path) => (call.Method, path) switch
    {
        ("GET", ["payments", var id]) when Last(id) is { } deal => (200, PaymentV2(deal)),
        ("POST", ["payments", var id, "cancel"]) when Last(id) is { } deal => Once(deal, call.Headers["Idempotency-Key"], () => CancelV2(deal, call.Body)),
        _ => (404, new { type = "PAYMENT_NOT_FOUND" }),
    };

    private (int, object) First(VendorCall call, string[] path) => (call.Method, path) switch
    {
        ("POST", ["users", "getToken"]) => (200, Envelope(new { access_token = $"token-{call.Body.GetProperty("imp_key")}", now = 1_000, expired_at = 2_800 })),
        ("POST", ["payments", "cancel"]) when deals.GetValueOrDefault(call.Body.GetProperty("imp_uid").GetString()!) is { } deal => (200, CancelV1(deal, call.Body)),
        ("GET", ["payments", "findAll", var reference]) when deals.Values.Where(deal => deal.Reference == reference).ToList() is { Count: > 0 } found =>
            (200, Envelope(new { total = found.Count, previous = 0, next = 0, list = found.Select(PaymentV1) })),
        ("GET", ["payments", var transaction]) when deals.GetValueOrDefault(transaction) is { } deal => (200, Envelope(PaymentV1(deal))),
        _ => (404, new { code = -1, message = "존재하지 않는 결제정보입니다.", response = (object?)null }),
    };

    private Deal? Last(string reference) =>
        deals.Values.Where(deal => deal.Reference == reference).OrderBy(deal => deal.Status is "PAID" or "PARTIAL_CANCELLED" or "CANCELLED").ThenBy(deal => deal.Number).LastOrDefault();

    /// <summary>The same key is the same request, whose answer is given again.</summary>
    private (int, object) Once(Deal deal, string key, Func<(int, object)> answer)
    {
        lock (deal)
            return answered.GetOrAdd(key, _ => answer());
    }

    private (int, object) CancelV2(Deal deal, JsonElement body)
    {
        var (amount, left) = (body.GetProperty("amount").GetInt64(), body.GetProperty("currentCancellableAmount").GetInt64());
        return deal.Left == 0 ? (409, new { type = "PAYMENT_ALREADY_CANCELLED" })
            : left != deal.Left ? (409, new { type = "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN" })
            : deal.Method == "PaymentMethodVirtualAccount" && !body.TryGetProperty("refundAccount", out _) ? (400, new { type = "INVALID_REQUEST" })
            : amount > deal.Left ? (409, new { type = "CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT" })
            : (200, new { cancellation = CancellationV2(deal.GiveBack(amount, body.GetProperty("reason").GetString()!, CancelAs)) });
    }

    private static object CancelV1(Deal deal, JsonElement body)
    {
        var amount = body.TryGetProperty("amount", out var said) && said.GetInt64() > 0 ? said.GetInt64() : deal.Left;
        if (amount > deal.Left || (body.TryGetProperty("checksum", out var left) && left.GetInt64() != deal.Left))
            return new { code = 1, message = "취소 가능 금액이 다릅니다.", response = (object?)null };
        if (deal.Method != "PaymentMethodCard" && !body.TryGetProperty("refund_account", out _))
            return new { code = 1, message = "환불 계좌가 필요합니다.", response = (object?)null };

        deal.GiveBack(amount, body.GetProperty("reason").GetString()!);
        return Envelope(PaymentV1(deal));
    }

    private static object Envelope(object response) => new { code = 0, message = (string?)null, response };

    private static object PaymentV2(Deal deal) => new
    {
        status = deal.Status,
        id = deal.Reference,
        transactionId = deal.TransactionId,
        merchantId = "merchant-test",
        storeId = deal.StoreId,
        method = new { type = deal.Method },
        channel = new { type = deal.ChannelType, key = ChannelKey, pgProvider = "HTML5_INICIS", pgMerchantId = "INIpayTest" },
        version = "V2",
        requestedAt = At,
        updatedAt = At,
        statusChangedAt = At,
        orderName = "분석 상담",
        amount = new { total = deal.Total, taxFree = 0, discount = 0, paid = deal.Total, cancelled = deal.Total - deal.Left, cancelledTaxFree = 0 },
        currency = deal.Currency,
        customer = new { },
        origin = new { },
        paidAt = At,
        disputes = Array.Empty<object>(),
        receiptUrl = "https://receipt.example/1",
        cancellations = deal.Backs.Select(CancellationV2),
        aMemberOfTheFuture = new { anything = true },
    };

    private static object CancellationV2(Back back) =>
        new { status = back.Status, id = back.Id, totalAmount = back.Amount, taxFreeAmount = 0, vatAmount = 0, reason = back.Reason, requestedAt = At };

    private static object PaymentV1(Deal deal) => new
    {
        imp_uid = deal.TransactionId,
        merchant_uid = deal.Reference,
        pay_method = deal.Method == "PaymentMethodCard" ? "card" : "vbank",
        pg_provider = "tosspayments",
        sandbox = deal.ChannelType == "TEST",
        amount = (decimal)deal.Total,
        cancel_amount = (decimal)(deal.Total - deal.Left),
        currency = deal.Currency,
        status = deal.Status switch { "PAID" or "PARTIAL_CANCELLED" => "paid", "CANCELLED" => "cancelled", "FAILED" => "failed", _ => "ready" },
        vbank_num = deal.Status == "VIRTUAL_ACCOUNT_ISSUED" ? "110-000-000000" : null,
        paid_at = deal.Status == "READY" ? 0 : 1_795_424_400,
        fail_reason = (string?)null,
        receipt_url = "https://receipt.example/1",
        cancel_history = deal.Backs.Select(back => new { cancellation_id = back.Id, pg_tid = "pg", amount = back.Amount, cancelled_at = 1_795_424_400, reason = back.Reason }),
    };
}
