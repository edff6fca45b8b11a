using System.Text.Json;
using Joonbi.Sandbox.Page;
using Joonbi.Sandbox.PortOne;

namespace Joonbi.Sandbox.Pay;

/// <summary>The pages of the payment window. They work without a script and on a phone.</summary>
internal static class PayPages
{
    private const string Manners = """
        <label>웹훅 <select name="webhook">
          <option value="now">바로</option><option value="late">늦게 (30초 뒤)</option><option value="twice">두 번</option>
          <option value="swapped">순서 바꿔</option><option value="never">보내지 않음</option>
        </select></label>
        """;

    public static IResult LogIn(string? problem) => Html.Page("결제", $"""
        <section class="card window"><h1>결제할 상담 찾기</h1>
        {Note(problem)}
        <p>고객으로 로그인하면 요금을 기다리는 상담이 보입니다. 계정은 <code>./joonbi run</code>이 알려 줍니다.</p>
        <form method="post" action="/pay/login">
          <label>이메일 <input name="email" type="email" required autocomplete="username"></label>
          <label>비밀번호 <input name="password" type="password" required autocomplete="current-password"></label>
          <button>로그인</button>
        </form>
        <p>결제 창을 바로 열려면 <code>POST /api/payments/prepare</code>의 답을 <code>/pay?sdk=…&amp;paymentId=…&amp;storeId=…&amp;channelKey=…&amp;orderName=…&amp;amount=…</code>에 넣습니다.</p>
        </section>
        """);

    public static IResult Waiting(IEnumerable<JsonElement> consultations) => Html.Page("결제", $"""
        <section class="window"><h1>요금을 기다리는 상담</h1><div class="list">{string.Concat(consultations.Select(one => $"""
            <form class="card" method="post" action="/pay/prepare">
              <input type="hidden" name="consultationId" value="{Html.Text(one.GetProperty("id").ToString())}">
              <h3>{Html.Text(one.GetProperty("projectName").ToString())}</h3> <button>결제하기</button>
            </form>
            """))}</div>
        <p>무료 분석은 고객마다 한 번입니다. 두 번째 분석 상담부터, 또는 관리자가 이벤트를 끝낸 뒤(<code>PUT /api/admin/events/…</code>)부터 여기에 나타납니다.</p></section>
        """);

    public static IResult Window(Order order) => Html.Page("결제 창", $"""
        <section class="card window">
          <h1>{Html.Text(order.OrderName)}</h1>
          <p class="amount">{order.Amount:N0}원</p>
          <p>PortOne {Html.Text(order.Sdk)} · <code>{Html.Text(order.PaymentId)}</code></p>
          <form method="post" action="/pay">
            {Hidden(order)}
            {Manners}
            <label>브라우저 <select name="back"><option value="yes">쇼핑몰로 돌아감</option><option value="no">돌아가지 않음</option></select></label>
            <div class="choices">{string.Concat(Choice.All.Select(choice =>
                $"<button name=\"choice\" value=\"{choice.Key}\"{(choice.Key == "success" ? "" : " class=\"plain\"")}>{Html.Text(choice.Label)}</button>"))}</div>
          </form>
          <p>TEST 채널의 결제는 운영 환경에서만 거절됩니다. 여기서는 실제 돈이 움직이지 않습니다.</p>
        </section>
        """);

    public static IResult Deal(Deal deal, DateTimeOffset now, string above) => Html.Page("결제 결과", $"""
        <section class="window">{above}{Cards.Payment(deal, now)}
          <form class="card" method="post" action="/pay/{Uri.EscapeDataString(deal.TransactionId)}">
            {Manners}
            <div class="choices">
              {(deal.Outcome == "VIRTUAL_ACCOUNT_ISSUED" ? Act("deposit", "입금하기") : "")}
              {Act("back", "쇼핑몰로 돌아가기")}
              {Act("tell", "웹훅 다시 보내기")}
              {(deal.Cancellable > 0 ? Act("console", "콘솔에서 모두 취소") : "")}
            </div>
          </form>
          {(deal is { VirtualAccount: not null, Cancellable: > 0 } ? Account(deal) : "")}
          <p><a href="/pay">다른 결제</a> · <a href="/">대역 화면으로</a></p>
        </section>
        """);

    public static IResult Refused(string problem) => Html.Page("결제", $"""
        <section class="card window"><h1>결제할 수 없습니다</h1><p>{Html.Text(problem)}</p><p><a href="/pay">결제할 상담 찾기</a> · <a href="/">대역 화면으로</a></p></section>
        """);

    public static string Note(string? text) => text is null ? "" : $"<p class=\"card\">{Html.Text(text)}</p>";

    public static string Answer(string title, JsonElement? answer) => answer is { } body
        ? $"<section class=\"card\"><h2>{Html.Text(title)}</h2><pre>{Html.Text(JsonSerializer.Serialize(body, Html.Indented))}</pre></section>"
        : Note("API가 응답하지 않았습니다.");

    public static string Curl(string apiUrl, string body) => $"""
        <section class="card"><h2>로그인하지 않았으므로 이렇게 알립니다</h2>
        <pre>curl -X POST {Html.Text(apiUrl)}/api/payments/complete \
          -H 'Authorization: Bearer (고객의 accessToken)' -H 'Content-Type: application/json' \
          -d '{Html.Text(body)}'</pre></section>
        """;

    public static string Detail(JsonElement? problem) =>
        problem is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("detail", out var detail) ? detail.ToString() : "API가 응답하지 않았습니다.";

    private static string Act(string act, string label) => $"<button name=\"act\" value=\"{act}\" class=\"plain\">{label}</button>";

    /// <summary>The page of the shop that asks for it.</summary>
    private static string Account(Deal deal) => $"""
        <form class="card" method="post" action="/pay/{Uri.EscapeDataString(deal.TransactionId)}">
          <h2>환불 계좌 (쇼핑몰의 화면)</h2>
          <input type="hidden" name="webhook" value="never">
          <label>은행 <select name="bank">{string.Concat(RefundAccount.Banks.Select(bank => $"<option value=\"{bank.Key}\">{Html.Text(bank.Value)}</option>"))}</select></label>
          <label>계좌번호 <input name="number" inputmode="numeric" required></label>
          <label>예금주 <input name="holder" required></label>
          <button name="act" value="account">계좌 알려 주기</button>
          <p>환불이 기다릴 때만 받습니다. 0000으로 끝나는 계좌는 은행이 거절합니다.</p>
        </form>
        """;

    private static string Hidden(Order order) => string.Concat(
        new[]
        {
            ("sdk", order.Sdk), ("paymentId", order.PaymentId), ("storeId", order.StoreId), ("channelKey", order.ChannelKey),
            ("orderName", order.OrderName), ("redirectUrl", order.RedirectUrl), ("amount", order.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        }.Select(field => $"<input type=\"hidden\" name=\"{field.Item1}\" value=\"{Html.Text(field.Item2)}\">"));
}
