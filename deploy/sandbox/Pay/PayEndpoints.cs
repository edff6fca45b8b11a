using System.Text.Json;
using Joonbi.Sandbox.PortOne;
using Joonbi.Sandbox.Site;

namespace Joonbi.Sandbox.Pay;

/// <summary>
/// The payment window, and the little of a shop around it that a newcomer needs to get there: log in, choose the consultation
/// that waits for its fee, pay, come back.
/// </summary>
internal static class PayEndpoints
{
    /// <summary>The customer's access token; cookies know no ports, so its path keeps it away from the API.</summary>
    private const string TokenCookie = "joonbi_sandbox_token";

    public static void MapPay(this WebApplication app)
    {
        var pay = app.MapGroup("/pay");
        pay.MapGet("/", Window);
        pay.MapPost("/", Pay);
        pay.MapPost("/login", LogIn);
        pay.MapPost("/prepare", Prepare);
        pay.MapDeals();
        app.MapSdk();
    }

    internal static string? Token(HttpRequest request) => request.Cookies[TokenCookie];

    /// <summary>The browser comes back to the shop, which asks the service to look. Without a customer's token it is shown how.</summary>
    internal static async Task<IResult> ComeBack(Deal deal, HttpRequest request, SiteApi api, SandboxSettings settings, TimeProvider clock, CancellationToken ct)
    {
        var said = new { paymentId = deal.PaymentId, transactionId = deal.TransactionId };
        if (Token(request) is not { } token)
        {
            return PayPages.Deal(deal, clock.GetUtcNow(), PayPages.Curl(settings.ApiUrl, JsonSerializer.Serialize(said)));
        }

        var (_, answer) = await api.Post("/api/payments/complete", said, ct, token);
        return PayPages.Deal(deal, clock.GetUtcNow(), PayPages.Answer("서비스의 답 (complete)", answer));
    }

    private static async Task<IResult> Window(HttpRequest request, Shop shop, Books books, SiteApi api, CancellationToken ct)
    {
        if (Order.Read(name => request.Query[name]) is { } order)
        {
            return Problem(order, shop, books) is { } problem ? PayPages.Refused(problem) : PayPages.Window(order);
        }

        if (Token(request) is not { } token)
        {
            return PayPages.LogIn(null);
        }

        var (ok, list) = await api.Get("/api/consultations?status=AWAITING_PAYMENT&limit=50", ct, token);
        return ok ? PayPages.Waiting(list!.Value.GetProperty("items").EnumerateArray()) : PayPages.LogIn(PayPages.Detail(list));
    }

    private static async Task<IResult> LogIn(HttpRequest request, HttpResponse response, SiteApi api, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var (ok, body) = await api.Post("/api/auth/login", new { email = form["email"].ToString(), password = form["password"].ToString() }, ct);
        if (!ok || !body!.Value.TryGetProperty("accessToken", out var token))
        {
            return PayPages.LogIn(PayPages.Detail(body));
        }

        response.Cookies.Append(TokenCookie, token.GetString()!, new CookieOptions { Path = "/pay", HttpOnly = true, SameSite = SameSiteMode.Strict });
        return Seen("/pay");
    }

    private static async Task<IResult> Prepare(HttpRequest request, SiteApi api, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var (ok, body) = await api.Post("/api/payments/prepare", new { purpose = "CONSULTATION", subjectId = form["consultationId"].ToString() }, ct, Token(request));
        return ok && Order.Read(name => body!.Value.TryGetProperty(name, out var value) ? value.ToString() : null) is { } order
            ? Seen($"/pay?{order.Query()}")
            : PayPages.Refused(PayPages.Detail(body));
    }

    private static async Task<IResult> Pay(
        HttpRequest request, Shop shop, Books books, Webhooks webhooks, Ids ids, SiteApi api, SandboxSettings settings, TimeProvider clock, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        if (Order.Read(name => form[name]) is not { } order || Choice.Find(form["choice"]) is not { } choice || !Enum.TryParse<Manner>(form["webhook"], true, out var manner))
        {
            return PayPages.Refused("결제 창을 처음부터 다시 열어 주세요.");
        }

        var deal = choice.Make(new Deal(
            ids.Transaction(order.IsV1), order.PaymentId, order.IsV1, order.IsV1 ? "" : order.StoreId, order.OrderName, order.Amount, "KRW", "LIVE", clock.GetUtcNow()));
        if ((Problem(order, shop, books) ?? (books.Open(deal) ? null : "이미 결제된 주문입니다.")) is { } problem)
        {
            return PayPages.Refused(problem);
        }

        webhooks.Tell(deal, choice.Events, manner);
        if (order.RedirectUrl.Length > 0 && form["back"] != "no")
        {
            return Seen(order.Back(deal, given: choice.Key != "close"));
        }

        return choice.Key == "close" || form["back"] == "no"
            ? PayPages.Deal(deal, clock.GetUtcNow(), PayPages.Note("창을 닫았습니다. 서비스는 웹훅으로, 또는 스스로 물어서(2분 뒤부터) 결과를 압니다."))
            : await ComeBack(deal, request, api, settings, clock, ct);
    }

    private static string? Problem(Order order, Shop shop, Books books) =>
        order.Problem(shop) ?? (books.Foremost(order.PaymentId)?.PaidAt is null ? null : "이미 결제된 주문입니다.");

    /// <summary>303: the browser asks anew with GET.</summary>
    internal static IResult Seen(string address) => new SeeOther(address);

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
