using Joonbi.Sandbox.PortOne;
using Joonbi.Sandbox.Site;

namespace Joonbi.Sandbox.Pay;

/// <summary>One attempt after its window was closed: the money of a transfer arrives, somebody cancels in PortOne's console, a webhook is sent again.</summary>
internal static class DealEndpoints
{
    public static void MapDeals(this RouteGroupBuilder pay)
    {
        pay.MapGet("/{transaction}", (string transaction, Books books, TimeProvider clock) =>
            books.Find(transaction) is { } deal ? PayPages.Deal(deal, clock.GetUtcNow(), "") : PayPages.Refused("그런 결제가 없습니다."));
        pay.MapPost("/{transaction}", Act);
    }

    private static async Task<IResult> Act(
        string transaction, HttpRequest request, Books books, Webhooks webhooks, Ids ids, SiteApi api, SandboxSettings settings, TimeProvider clock, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var now = clock.GetUtcNow();
        if (books.Find(transaction) is not { } deal || !Enum.TryParse<Manner>(form["webhook"], true, out var manner))
        {
            return PayPages.Refused("그런 결제가 없습니다.");
        }

        switch (form["act"].ToString())
        {
            case "deposit" when books.Change(transaction, one => Deposit(one, now)) is { } paid:
                webhooks.Tell(paid, ["Paid"], manner);
                return PayPages.Deal(paid, now, PayPages.Note("입금되었습니다."));
            case "console" when books.Change(transaction, one => CancelAll(one, ids, now)) is { } cancelled:
                webhooks.Tell(cancelled, ["Cancelled"], manner);
                return PayPages.Deal(cancelled, now, PayPages.Note("PortOne 콘솔에서 남은 금액을 모두 취소했습니다."));
            case "tell":
                webhooks.Tell(deal, [Event(deal.Status(now))], manner);
                return PayPages.Deal(deal, now, PayPages.Note("웹훅을 다시 보냈습니다."));
            case "account":
                return await GiveAccount(deal, form, PayEndpoints.Token(request), api, now, ct);
            case "back":
                return await PayEndpoints.ComeBack(deal, request, api, settings, clock, ct);
            default:
                return PayPages.Deal(deal, now, PayPages.Note("지금은 할 수 없습니다."));
        }
    }

    /// <summary>What the shop's own page does when the service asks for an account.</summary>
    private static async Task<IResult> GiveAccount(Deal deal, IFormCollection form, string? token, SiteApi api, DateTimeOffset now, CancellationToken ct)
    {
        var account = new { bank = form["bank"].ToString(), number = form["number"].ToString(), holderName = form["holder"].ToString() };
        var (_, answer) = await api.Put($"/api/payments/{Uri.EscapeDataString(deal.PaymentId)}/refund-account", account, ct, token);
        return PayPages.Deal(deal, now, PayPages.Answer("서비스의 답 (refund-account)", answer));
    }

    private static Deal? Deposit(Deal deal, DateTimeOffset now) =>
        deal.Outcome == "VIRTUAL_ACCOUNT_ISSUED" ? deal with { Outcome = "PAID", PaidAt = now, ChangedAt = now } : null;

    private static Deal? CancelAll(Deal deal, Ids ids, DateTimeOffset now) => deal.Cancellable == 0 ? null : deal with
    {
        Cancellations = [.. deal.Cancellations, new Cancellation(ids.Uuid(), deal.Cancellable, "콘솔에서 취소", now, now)],
        ChangedAt = now,
    };

    private static string Event(string status) => status switch
    {
        "PAID" => "Paid",
        "FAILED" => "Failed",
        "VIRTUAL_ACCOUNT_ISSUED" => "VirtualAccountIssued",
        "CANCELLED" => "Cancelled",
        "PARTIAL_CANCELLED" => "PartialCancelled",
        _ => "Ready",
    };
}
