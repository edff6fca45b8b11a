using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Joonbi.Sandbox.PortOne;

/// <summary>api.portone.io, as far as a shop without subscriptions needs it.</summary>
internal static partial class V2Endpoints
{
    public static void MapV2(this RouteGroupBuilder api)
    {
        api.MapGet("/payments/{paymentId}", Get);
        api.MapPost("/payments/{paymentId}/cancel", Cancel);
        api.Map("/{**rest}", () => Refuse(404, "NOT_FOUND", "Not found"));
    }

    private static IResult Get(string paymentId, string? storeId, HttpRequest request, Shop shop, Books books, TimeProvider clock)
    {
        if (RefuseCaller(request, shop, storeId) is { } refusal)
        {
            return refusal;
        }

        // Whatever store is named: what a shop must not believe has to be seen by it first.
        return books.Foremost(paymentId) is { } deal
            ? Results.Json(V2View.Payment(deal, clock.GetUtcNow()), V2View.Options)
            : Refuse(404, "PAYMENT_NOT_FOUND", "결제 건이 존재하지 않습니다.");
    }

    private static async Task<IResult> Cancel(
        string paymentId, HttpRequest request, Shop shop, Books books, Canceller canceller, Webhooks webhooks, CancellationToken ct)
    {
        CancelOrder? order;
        try
        {
            order = await JsonSerializer.DeserializeAsync<CancelOrder>(request.Body, JsonSerializerOptions.Web, ct);
        }
        catch (JsonException)
        {
            order = null;
        }

        if (RefuseCaller(request, shop, order?.StoreId) is { } refusal)
        {
            return refusal;
        }

        var header = request.Headers["Idempotency-Key"].FirstOrDefault();
        if (order?.IsValid() != true || (header is not null && !QuotedKey().IsMatch(header)))
        {
            return Refuse(400, "INVALID_REQUEST", "Invalid request body or Idempotency-Key");
        }

        var (answer, made) = canceller.Cancel(paymentId, order with { StoreId = order.StoreId ?? shop.StoreId }, header);
        if (made is not null && !order.SkipWebhook)
        {
            webhooks.TellCancellation(books.Foremost(paymentId)!, made);
        }

        return Results.Json(answer.Body, statusCode: answer.Status);
    }

    private static IResult? RefuseCaller(HttpRequest request, Shop shop, string? storeId)
    {
        var shown = Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString());
        if (shop.ApiSecret.Length == 0 || !CryptographicOperations.FixedTimeEquals(shown, Encoding.UTF8.GetBytes($"PortOne {shop.ApiSecret}")))
        {
            return Refuse(401, "UNAUTHORIZED", "인증에 실패했습니다.");
        }

        return storeId is not null && !shop.Owns(storeId) ? Refuse(403, "FORBIDDEN", "접근 권한이 없는 상점입니다.") : null;
    }

    private static IResult Refuse(int status, string type, string message) => Results.Json(new { type, message }, statusCode: status);

    /// <summary>A string of RFC 8941, 16 to 256 characters long.</summary>
    [GeneratedRegex("^\"[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]{16,256}\"$")]
    private static partial Regex QuotedKey();
}
