using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Joonbi.Infrastructure.Vendors;

namespace Joonbi.Tests.PortOne;

/// <summary>A webhook as PortOne's second generation sends it: signed over these bytes.</summary>
internal static class SignedNotice
{
    public static HttpRequestMessage Of(string paymentId, string type, string id, DateTimeOffset at, string secret = PortOneStandIn.WebhookSecret)
    {
        var body = JsonSerializer.Serialize(new { type, timestamp = "2026-11-23T09:00:00Z", data = new { storeId = PortOneStandIn.StoreId, paymentId, transactionId = "tx" } });
        var time = at.ToUnixTimeSeconds().ToString();
        var signature = Convert.ToBase64String(HMACSHA256.HashData(StandardWebhook.Key(secret), Encoding.UTF8.GetBytes($"{id}.{time}.{body}")));
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/payments/webhook") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", time);
        request.Headers.Add("webhook-signature", $"v1,{signature}");
        return request;
    }
}
