using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Domain;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure.Vendors;

namespace Joonbi.Infrastructure.PortOne;

/// <summary>
/// PortOne's first generation. It signs no webhook and knows no idempotency key: a webhook is a reason to ask, and a refund
/// carries the checksum of what we believe is left, so that one which was done already is refused. To it no amount, or 0, means
/// everything: such a request is never made.
/// </summary>
internal sealed class PortOneV1Gateway(HttpClient http, PortOneV1Settings settings, PortOneV1Tokens tokens, TimeProvider clock) : IPaymentGateway
{
    internal const string Vendor = "portone-v1";
    private static readonly Uri Script = new("https://cdn.iamport.kr/v1/iamport.js");

    public Checkout Checkout => new(PaymentSdk.V1, settings.ScriptUrl ?? Script, settings.MerchantId, null);

    public Merchant Merchant => new(null, settings.TakesTestChannels);

    /// <summary>By the attempt's own id, where somebody has named it: only so the vendor shows payments of test channels.</summary>
    public async Task<VendorPayment?> Find(PaymentKey key, CancellationToken ct)
    {
        var path = key.TransactionId is { } transaction
            ? $"payments/{Uri.EscapeDataString(transaction)}?include_sandbox=true"
            : $"payments/findAll/{Uri.EscapeDataString(key.Reference)}?limit=100&sorting=-started";
        var (status, answer, refusal) = await Send(HttpMethod.Get, path, null, ct);
        if (status is HttpStatusCode.NotFound && answer.Text("code") is not null)
            return null;
        if (status is not HttpStatusCode.OK || answer.Whole("code") != 0 || answer.Part("response") is not { } said)
            throw Silent(refusal, answer);

        return key.TransactionId is not null ? PortOneV1Answers.Payment(said) : PortOneV1Answers.Foremost(said.Parts("list"));
    }

    public async Task<RefundAnswer> Refund(RefundOrder order, VendorPayment? said, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order.Amount);
        var account = order.Account;
        var bank = account is null ? null : PortOneV1Banks.Code(account.Bank, said?.Provider);
        if (account is not null && bank is null)
            return new RefundAnswer.Refused($"{said?.Provider}: {account.Bank}", Final: true, MayBeTheAccount: true);

        var (status, answer, refusal) = await Send(
            HttpMethod.Post,
            "payments/cancel",
            new
            {
                imp_uid = order.TransactionId, merchant_uid = order.Reference, amount = order.Amount, checksum = order.Cancellable, reason = order.Reason,
                refund_holder = account?.HolderName, refund_bank = bank, refund_account = account?.Number, refund_tel = account?.HolderPhone,
            },
            ct);
        if (status is HttpStatusCode.OK && answer.Whole("code") == 0 && answer.Part("response") is { } done)
            return new RefundAnswer.Taken(PortOneV1Answers.Made(done, order));

        // There is no table of its codes. What was not done is tried again, guarded by the checksum, until somebody is told.
        return status switch
        {
            HttpStatusCode.OK or HttpStatusCode.MultiStatus or HttpStatusCode.Conflict when answer.Text("code") is { } code =>
                new RefundAnswer.Refused($"{code} {answer.Text("message")}".Cut(300), Final: false, account is not null),
            HttpStatusCode.BadRequest or HttpStatusCode.NotFound when answer.Text("code") is { } code =>
                new RefundAnswer.Refused($"{code} {answer.Text("message")}".Cut(300), Final: true, account is not null),
            _ => throw Silent(refusal, answer),
        };
    }

    public PaymentNotice Read(RawNotice notice)
    {
        var said = NoticeBody.Read(notice);
        return new PaymentNotice(null, said.Text("imp_uid") is { Length: > 0 and <= 100 } transaction ? new PaymentKey(said.Text("merchant_uid") ?? "", transaction) : null);
    }

    /// <summary>A token that is refused has not been used: the call is made once more with a fresh one.</summary>
    private async Task<(HttpStatusCode Status, JsonElement Answer, Refusal Refusal)> Send(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        for (var last = false; ; last = true)
        {
            var token = await tokens.Get(http, ct);
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: VendorJson.Sent) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.Call(request, Vendor, ct);
            if (response.StatusCode is not HttpStatusCode.Unauthorized || last)
                return (response.StatusCode, await response.Json(ct), new Refusal(response.StatusCode, response.Rest(null, clock)));

            tokens.Forget(token);
        }
    }

    private static DeliveryException Silent(Refusal refusal, JsonElement answer)
    {
        var message = $"{Vendor}: {(int)refusal.Status} {answer.Text("code")}".TrimEnd();
        return refusal.Status is HttpStatusCode.TooManyRequests ? DeliveryException.Throttled(message, refusal.After) : DeliveryException.Retry(message);
    }

    private sealed record Refusal(HttpStatusCode Status, TimeSpan After);
}
