using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Joonbi.Sandbox.PortOne;

/// <summary>One webhook: its id and body stay the same however often it is sent.</summary>
internal sealed record Notice(string Id, string PaymentId, string Type, string Body, bool IsSigned)
{
    /// <returns>Null for what the first generation does not tell: an opened window, a failure.</returns>
    public static Notice? Of(Deal deal, string happened, Cancellation? gone, Ids ids, DateTimeOffset at) =>
        deal.IsV1 ? First(deal, happened, gone, ids) : Second(deal, happened, gone, ids, at);

    /// <summary>One delivery of it, signed as of now where its generation signs.</summary>
    public HttpRequestMessage Request(Uri address, string secret, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
        if (!IsSigned)
        {
            return request;
        }

        var at = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = Convert.FromBase64String(secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret["whsec_".Length..] : secret);
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{at}.{Body}"));
        request.Headers.Add("webhook-id", Id);
        request.Headers.Add("webhook-timestamp", at);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
        return request;
    }

    private static Notice Second(Deal deal, string happened, Cancellation? gone, Ids ids, DateTimeOffset at)
    {
        var type = $"Transaction.{happened}";
        var body = JsonSerializer.Serialize(
            new { type, timestamp = at, data = new { storeId = deal.StoreId, paymentId = deal.PaymentId, transactionId = deal.TransactionId, cancellationId = gone?.Id } },
            V2View.Options);
        return new Notice($"msg_{ids.Uuid()}", deal.PaymentId, type, body, IsSigned: true);
    }

    private static Notice? First(Deal deal, string happened, Cancellation? gone, Ids ids)
    {
        var status = happened switch
        {
            "Paid" => "paid",
            "VirtualAccountIssued" => "ready",
            "Cancelled" or "PartialCancelled" => "cancelled",
            _ => null,
        };
        return status is null ? null : new Notice(
            ids.Uuid(), deal.PaymentId, status,
            JsonSerializer.Serialize(new { imp_uid = deal.TransactionId, merchant_uid = deal.PaymentId, status, cancellation_id = gone?.Id }, V2View.Options),
            IsSigned: false);
    }
}
