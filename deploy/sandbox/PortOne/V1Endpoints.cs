using System.Text.Json;

namespace Joonbi.Sandbox.PortOne;

/// <summary>api.iamport.kr. A refusal often comes as 200 with a code that is not 0, and the payments of test channels are hidden from who does not ask for them.</summary>
internal static class V1Endpoints
{
    public static void MapV1(this RouteGroupBuilder api)
    {
        api.MapPost("/users/getToken", GiveToken);
        var payments = api.MapGroup("/payments").AddEndpointFilter(RequireToken);
        payments.MapGet("/{impUid}", Get);
        payments.MapGet("/find/{merchantUid}/{status?}", (string merchantUid, string? status, Books books, TimeProvider clock) =>
            All(merchantUid, status, books, clock) is [var last, ..] ? Say(V1View.Payment(last, clock.GetUtcNow())) : Refuse(404, "존재하지 않는 결제정보입니다."));
        payments.MapGet("/findAll/{merchantUid}/{status?}", (string merchantUid, string? status, Books books, TimeProvider clock) =>
            All(merchantUid, status, books, clock) is { Count: > 0 } found
                ? Say(new { total = found.Count, previous = 0, next = 0, list = found.Select(deal => V1View.Payment(deal, clock.GetUtcNow())) })
                : Refuse(404, "존재하지 않는 결제정보입니다."));
        payments.MapPost("/cancel", Cancel);
        api.Map("/{**rest}", () => Refuse(404, "Not found"));
    }

    private static async Task<IResult> GiveToken(HttpRequest request, Shop shop, V1Tokens tokens, TimeProvider clock, CancellationToken ct)
    {
        var said = await Read(request, ct);
        if (shop.ApiKey.Length == 0 || said.GetValueOrDefault("imp_key") != shop.ApiKey || said.GetValueOrDefault("imp_secret") != shop.ApiSecret)
        {
            return Refuse(401, "인증에 실패하였습니다. API키와 secret을 확인하세요.");
        }

        var (token, ends) = tokens.Give();
        return Say(new { access_token = token, now = clock.GetUtcNow().ToUnixTimeSeconds(), expired_at = ends.ToUnixTimeSeconds() });
    }

    /// <summary>"Bearer" may be left out.</summary>
    private static async ValueTask<object?> RequireToken(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var tokens = context.HttpContext.RequestServices.GetRequiredService<V1Tokens>();
        var shown = context.HttpContext.Request.Headers.Authorization.ToString();
        return tokens.IsGood(shown.StartsWith("Bearer ", StringComparison.Ordinal) ? shown["Bearer ".Length..] : shown)
            ? await next(context)
            : Refuse(401, "Unauthorized");
    }

    private static IResult Get(string impUid, bool? include_sandbox, Books books, TimeProvider clock) =>
        books.Find(impUid) is { } deal && IsVisible(deal) && (include_sandbox == true || deal.ChannelType == "LIVE")
            ? Say(V1View.Payment(deal, clock.GetUtcNow()))
            : Refuse(404, "존재하지 않는 결제정보입니다.");

    private static List<Deal> All(string merchantUid, string? status, Books books, TimeProvider clock) =>
        [.. books.Of(merchantUid).Where(deal => IsVisible(deal) && deal.ChannelType == "LIVE" && (status is null || status == V1View.Status(deal, clock.GetUtcNow())))];

    private static async Task<IResult> Cancel(HttpRequest request, Books books, Ids ids, Webhooks webhooks, TimeProvider clock, CancellationToken ct)
    {
        var said = await Read(request, ct);
        long? Won(string name) => decimal.TryParse(said.GetValueOrDefault(name), out var amount) ? (long)amount : null;
        var found = said.GetValueOrDefault("imp_uid") is { Length: > 0 } transaction ? books.Find(transaction) : books.Foremost(said.GetValueOrDefault("merchant_uid") ?? "");
        if (found is null || !IsVisible(found))
        {
            return Refuse(200, "취소할 결제건이 존재하지 않습니다.", 1);
        }

        // No amount, and 0, mean all of it.
        var now = clock.GetUtcNow();
        string? problem = null;
        var changed = books.Change(found.TransactionId, deal =>
        {
            var amount = Won("amount") is > 0 and var some ? some : deal.Cancellable;
            problem = deal.Cancellable == 0 ? "이미 전액취소된 주문이거나 결제되지 않은 주문입니다."
                : Won("checksum") is { } left && left != deal.Cancellable ? "취소 가능 금액(checksum)이 일치하지 않습니다."
                : amount > deal.Cancellable ? "취소 요청 금액이 취소 가능 금액보다 큽니다."
                : deal.VirtualAccount is not null && !(said.ContainsKey("refund_account") && said.ContainsKey("refund_holder") && said.ContainsKey("refund_bank")) ? "환불 계좌 정보가 필요합니다."
                : deal.VirtualAccount is not null && new RefundAccount(null, said["refund_account"], null, null).IsRefused ? "환불 계좌의 예금주가 일치하지 않습니다."
                : null;
            return problem is null
                ? deal with { Cancellations = [.. deal.Cancellations, new Cancellation(ids.Uuid(), amount, said.GetValueOrDefault("reason") ?? "", now, now)], ChangedAt = now }
                : null;
        });
        if (changed is null)
        {
            return Refuse(200, problem!, 1);
        }

        if (said.GetValueOrDefault("enable_webhook") == "true")
        {
            webhooks.TellCancellation(changed, changed.Cancellations[^1]);
        }

        return Say(V1View.Payment(changed, now));
    }

    /// <summary>JSON or a form, as the sender likes.</summary>
    private static async Task<Dictionary<string, string>> Read(HttpRequest request, CancellationToken ct)
    {
        if (request.HasFormContentType)
        {
            return (await request.ReadFormAsync(ct)).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        }

        try
        {
            var body = await JsonSerializer.DeserializeAsync<Dictionary<string, JsonElement>>(request.Body, cancellationToken: ct);
            return (body ?? []).Where(field => field.Value.ValueKind != JsonValueKind.Null).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>V1's credentials see one shop's payments only.</summary>
    private static bool IsVisible(Deal deal) => deal.StoreId != Shop.OtherStore;

    private static IResult Say(object response) => Results.Json(new { code = 0, message = (string?)null, response }, V1View.Options);

    private static IResult Refuse(int status, string message, int code = -1) =>
        Results.Json(new { code, message, response = (object?)null }, V1View.Options, statusCode: status);
}
