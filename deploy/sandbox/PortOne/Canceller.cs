using System.Text.Json;
using Joonbi.Sandbox.Control;

namespace Joonbi.Sandbox.PortOne;

/// <summary>What V2's cancel takes, as far as a refund of a one-off payment goes.</summary>
internal sealed record CancelOrder(
    string? StoreId, long? Amount, string? Reason, long? CurrentCancellableAmount, string? Requester, RefundAccount? RefundAccount, bool SkipWebhook)
{
    public bool IsValid() => !string.IsNullOrEmpty(Reason) && Amount is null or > 0 && CurrentCancellableAmount is null or >= 0
        && Requester is null or "CUSTOMER" or "ADMIN" && (RefundAccount?.IsValid() ?? true);
}

/// <summary>V2's cancel, with its refusals in its order.</summary>
internal sealed class Canceller(Books books, Ids ids, Faults faults, TimeProvider clock)
{
    private static readonly TimeSpan UsualDelay = TimeSpan.FromSeconds(20);

    /// <returns>The answer, and the cancellation if one was made just now.</returns>
    public (Answer Answer, Cancellation? Made) Cancel(string paymentId, CancelOrder order, string? key)
    {
        var fault = faults.Take("portone-cancel");
        if (fault.Mode == "outstanding")
        {
            return (Say(409, new { type = "IDEMPOTENCY_OUTSTANDING_REQUEST" }), null);
        }

        Cancellation? made = null;
        var answer = books.Once(key, () =>
        {
            var deal = books.Foremost(paymentId) is { } found && found.StoreId == order.StoreId ? found : null;
            if (Refuse(deal, order, fault) is { } refusal)
            {
                return (null, refusal);
            }

            var now = clock.GetUtcNow();
            var settles = fault.Mode == "requested" || deal!.VirtualAccount is not null ? now + (fault.DelayMs is { } delay ? TimeSpan.FromMilliseconds(delay) : UsualDelay) : now;
            made = new Cancellation(ids.Uuid(), order.Amount ?? deal!.Cancellable, order.Reason!, now, settles) { Fails = order.RefundAccount?.IsRefused == true };
            return (deal! with { Cancellations = [.. deal!.Cancellations, made], ChangedAt = now }, Say(200, new { cancellation = V2View.Cancellation(made, now) }));
        });
        return (answer, made);
    }

    private Answer? Refuse(Deal? deal, CancelOrder order, Fault fault) => (deal, order) switch
    {
        (null, _) => Say(404, new { type = "PAYMENT_NOT_FOUND" }),
        ({ PaidAt: null }, _) => Say(409, new { type = "PAYMENT_NOT_PAID" }),
        ({ Cancellable: 0 }, _) => Say(409, new { type = "PAYMENT_ALREADY_CANCELLED" }),
        (_, { CurrentCancellableAmount: { } believed }) when believed != deal.Cancellable => Say(409, new { type = "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN" }),
        (_, { Amount: { } amount }) when amount > deal.Cancellable => Say(409, new { type = "CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT" }),
        ({ VirtualAccount: not null }, { RefundAccount: null }) => Say(400, new { type = "INVALID_REQUEST", message = "가상계좌 결제는 환불 계좌가 필요합니다." }),
        _ when fault.Mode == "pg" => Say(502, new { type = "PG_PROVIDER", message = "PG사에서 오류를 전달했습니다.", pgCode = "E503", pgMessage = "은행 점검 시간입니다." }),
        _ => null,
    };

    private Answer Say(int status, object body) => new(status, JsonSerializer.SerializeToElement(body, V2View.Options), clock.GetUtcNow());
}
