using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Joonbi.Sandbox.Clawdbot;
using Joonbi.Sandbox.Control;
using Joonbi.Sandbox.PortOne;

namespace Joonbi.Sandbox.Page;

/// <summary>One card per thing that arrived; rendered here for the first view and for the live ones alike.</summary>
internal static partial class Cards
{
    public static string Discord(DiscordMessage message) => $"""
        <article class="card" id="discord-{Html.Text(message.Id)}">
          <div class="meta"><span class="tag discord">Discord</span>{Time(message.At)}<code>{Html.Text(message.Id)}</code></div>
          {(string.IsNullOrEmpty(message.Content) ? "" : $"<pre>{Html.Text(message.Content)}</pre>")}
          {Embeds(message.Body)}
        </article>
        """;

    public static string Email(Mail mail) => $"""
        <article class="card" id="mail-{Html.Text(mail.Id)}">
          <div class="meta"><span class="tag mail">메일</span>{Time(mail.At)}<span>{Html.Text(string.Join(", ", mail.To))}</span></div>
          <h3>{Html.Text(mail.Subject)}</h3>
          <p class="from">보낸 사람 {Html.Text(mail.From)}</p>
          {Links(mail)}
          <details><summary>내용 보기</summary>
            {(mail.Html is null ? "" : $"<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" loading=\"lazy\" title=\"메일 내용\" src=\"/mails/{Html.Text(mail.Id)}\"></iframe>")}
            {(mail.Text is null ? "" : $"<details><summary>글자만</summary><pre>{Html.Text(mail.Text)}</pre></details>")}
          </details>
        </article>
        """;

    public static string Payment(Deal deal, DateTimeOffset now) => $"""
        <article class="card" id="deal-{Html.Text(deal.TransactionId)}">
          <div class="meta"><span class="tag pay">PortOne {(deal.IsV1 ? "V1" : "V2")}</span>{Time(deal.At)}<span class="state">{Html.Text(Korean(deal.Status(now)))}</span></div>
          <h3>{Html.Text(deal.OrderName)} {deal.Total:N0} {Html.Text(deal.Currency)}</h3>
          {(deal.ChannelType == "TEST" ? "<p>TEST 채널</p>" : "")}
          {(deal.StoreId == Shop.OtherStore ? "<p>다른 상점의 결제</p>" : "")}
          {(deal.VirtualAccount is null ? "" : $"<p>가상계좌 신한은행 {Html.Text(deal.VirtualAccount)}</p>")}
          {string.Concat(deal.Cancellations.Select(gone => $"<p>취소 {gone.Amount:N0} · {(gone.Status(now) == "FAILED" ? "취소 실패" : Html.Text(Korean(gone.Status(now))))} · {Html.Text(gone.Reason)}</p>"))}
          <p><code>{Html.Text(deal.PaymentId)}</code> <a href="/pay/{Uri.EscapeDataString(deal.TransactionId)}">열기</a></p>
        </article>
        """;

    public static string Korean(string status) => status switch
    {
        "READY" => "결제 창 열림",
        "VIRTUAL_ACCOUNT_ISSUED" => "입금 대기",
        "PAID" => "결제됨",
        "FAILED" => "실패",
        "PARTIAL_CANCELLED" => "일부 취소됨",
        "CANCELLED" => "취소됨",
        "REQUESTED" => "취소 접수",
        "SUCCEEDED" => "취소 완료",
        _ => status,
    };

    public static string Clawdbot(Run run) => $"""
        <article class="card" id="run-{Html.Text(run.Key)}">
          <div class="meta"><span class="tag bot">클로드봇</span>{Time(run.At)}<span class="state">{Html.Text(run.State)}</span></div>
          <h3>{Html.Text(run.ProjectName ?? "상담")}</h3>
          <progress max="100" value="{run.Percent}">{run.Percent}%</progress>
          <p>{run.Percent}% · {Html.Text(run.Note)}</p>
          <code>{run.ConsultationId}</code>
        </article>
        """;

    public static string Fault(IReadOnlyCollection<Fault> faults) => faults.Count == 0
        ? """<p id="faults" class="faults quiet">모두 정상으로 응답합니다.</p>"""
        : $"""<p id="faults" class="faults">{Html.Text(string.Join(" · ", faults.Select(fault =>
            $"{fault.Target}: {fault.Mode}{(fault.Times is { } times ? $" ({times}번 남음)" : "")}")))}</p>""";

    private static string Embeds(JsonElement body) =>
        body.TryGetProperty("embeds", out var embeds) && embeds.ValueKind == JsonValueKind.Array
            ? string.Concat(embeds.EnumerateArray().Select(Embed))
            : "";

    private static string Embed(JsonElement embed)
    {
        var fields = embed.TryGetProperty("fields", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;
        return $"""
            <div class="embed">
              <strong>{Html.Text(Part(embed, "title"))}</strong>
              <p>{Html.Text(Part(embed, "description"))}</p>
              <dl>{string.Concat(fields.Select(field => $"<dt>{Html.Text(Part(field, "name"))}</dt><dd>{Html.Text(Part(field, "value"))}</dd>"))}</dl>
            </div>
            """;
    }

    private static string Links(Mail mail)
    {
        var links = Link().Matches(mail.Text ?? "").Select(match => match.Value.TrimEnd('.', ',', ')')).Distinct().Take(5)
            .Select(link => $"""<li><a href="{Html.Text(link)}" target="_blank" rel="noopener noreferrer">{Html.Text(link)}</a></li>""").ToList();
        return links.Count == 0 ? "" : $"<ul class=\"links\">{string.Concat(links)}</ul>";
    }

    private static string? Part(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static string Time(DateTimeOffset at) =>
        $"<time>{at.ToOffset(TimeSpan.FromHours(9)).ToString("M월 d일 HH:mm:ss", CultureInfo.InvariantCulture)}</time>";

    [GeneratedRegex(@"https?://[^\s<>""']+")]
    private static partial Regex Link();
}
