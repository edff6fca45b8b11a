using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Domain;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.Vendors;

namespace Joonbi.Infrastructure.PortOne;

/// <summary>
/// PortOne's second generation. A refund carries an idempotency key (a quoted string to this vendor) and what we believe is
/// left, so that a repeated one is answered, and one that rests on an error is refused, instead of being done twice.
/// </summary>
internal sealed class PortOneV2Gateway(HttpClient http, PortOneV2Settings settings, StandardWebhook webhook, TimeProvider clock) : IPaymentGateway
{
    private const string Vendor = "portone";
    private static readonly Uri Script = new("https://cdn.portone.io/v2/browser-sdk.js");

    public Checkout Checkout => new(PaymentSdk.V2, settings.ScriptUrl ?? Script, settings.StoreId, settings.ChannelKey);

    public Merchant Merchant => new(settings.StoreId, settings.TakesTestChannels);

    public async Task<VendorPayment?> Find(PaymentKey key, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"payments/{Uri.EscapeDataString(key.Reference)}?storeId={Uri.EscapeDataString(settings.StoreId)}");
        using var response = await http.Call(request, Vendor, ct);
        var answer = await response.Json(ct);
        if (response.StatusCode is HttpStatusCode.OK && answer.Text("id") is not null)
            return PortOneV2Answers.Payment(answer);

        return response.StatusCode is HttpStatusCode.NotFound && answer.Text("type") == "PAYMENT_NOT_FOUND" ? null : throw Silent(response, answer);
    }

    public async Task<RefundAnswer> Refund(RefundOrder order, VendorPayment? said, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order.Amount);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"payments/{Uri.EscapeDataString(order.Reference)}/cancel")
        {
            Content = JsonContent.Create(
                new
                {
                    storeId = said?.StoreId ?? settings.StoreId,
                    amount = order.Amount,
                    reason = order.Reason,
                    requester = IsCustomersWish(order.Cause) ? "CUSTOMER" : "ADMIN",
                    currentCancellableAmount = order.Cancellable,
                    refundAccount = Account(order.Account),
                },
                options: VendorJson.Sent),
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"\"{order.Key}\"");
        using var response = await http.Call(request, Vendor, ct);
        var answer = await response.Json(ct);
        return response.StatusCode is HttpStatusCode.OK && answer.Part("cancellation") is { } cancellation
            ? new RefundAnswer.Taken(PortOneV2Answers.Cancellation(cancellation))
            : Judge(response, answer, order);
    }

    public PaymentNotice Read(RawNotice notice)
    {
        var id = notice.Headers.GetValueOrDefault("webhook-id");
        if (!webhook.IsGenuine(id, notice.Headers.GetValueOrDefault("webhook-timestamp"), notice.Headers.GetValueOrDefault("webhook-signature"), notice.Body.Span))
            throw new UnauthenticatedException("WEBHOOK_SIGNATURE_INVALID", "웹훅 서명을 확인할 수 없습니다.");

        var said = NoticeBody.Read(notice);
        var reference = said.Part("data")?.Text("paymentId") ?? said.Text("payment_id");
        return new PaymentNotice(id, reference is null ? null : new PaymentKey(reference, null));
    }

    /// <summary>What is ours to mend cannot succeed by being repeated; what the payment's own state explains is asked anew after a look at it.</summary>
    private RefundAnswer.Refused Judge(HttpResponseMessage response, JsonElement answer, RefundOrder order) => answer.Text("type") switch
    {
        "PG_PROVIDER" => new($"PG_PROVIDER {answer.Text("pgCode")} {answer.Text("pgMessage")}".Cut(300), Final: false, order.Account is not null),
        "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN" or "PAYMENT_ALREADY_CANCELLED" => new(answer.Text("type")!, Final: false),
        "IDEMPOTENCY_OUTSTANDING_REQUEST" or "UNAUTHORIZED" => throw Silent(response, answer),
        { } type when response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests) and < HttpStatusCode.InternalServerError =>
            new(type.Cut(300), Final: true, order.Account is not null && type == "INVALID_REQUEST"),
        _ => throw Silent(response, answer),
    };

    /// <summary>No answer to what was asked: the vendor, our credentials or a proxy in between, all of which may be well later.</summary>
    private DeliveryException Silent(HttpResponseMessage response, JsonElement answer)
    {
        var message = $"{Vendor}: {(int)response.StatusCode} {answer.Text("type")}".TrimEnd();
        return response.StatusCode is HttpStatusCode.TooManyRequests
            ? DeliveryException.Throttled(message, response.Rest(null, clock))
            : DeliveryException.Retry(message);
    }

    private static object? Account(BankAccount? account) => account is null ? null : new
    {
        bank = JsonNamingPolicy.SnakeCaseUpper.ConvertName(account.Bank.ToString()),
        number = account.Number,
        holderName = account.HolderName,
        holderPhoneNumber = account.HolderPhone,
    };

    private static bool IsCustomersWish(RefundCause cause) =>
        cause is RefundCause.CancelledBeforeAnalysis or RefundCause.CancelledAfterDeposit or RefundCause.ChangeOfMind;
}
