using System.Net.ServerSentEvents;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Joonbi.Sandbox.Clawdbot;
using Joonbi.Sandbox.Control;
using Joonbi.Sandbox.PortOne;

namespace Joonbi.Sandbox.Page;

/// <summary>The page at "/": what the vendors received, newest first, and live. It works without its script, too (reload).</summary>
internal static class PageEndpoints
{
    private const int Shown = 100;

    public static void MapPage(this WebApplication app)
    {
        app.MapGet("/", Index);
        app.MapGet("/events", (Journal journal, TimeProvider clock, CancellationToken ct) => TypedResults.ServerSentEvents(News(journal, clock, ct)));
        app.MapGet("/mails/{id}", Mail);
        app.MapGet("/sandbox.css", () => Asset("sandbox.css", "text/css; charset=utf-8"));
        app.MapGet("/sandbox.js", () => Asset("sandbox.js", "text/javascript; charset=utf-8"));
    }

    private static IResult Index(Journal journal, RunBoard runs, Faults faults, Books books, TimeProvider clock) => Html.Page("받은 것", $"""
        <section class="intro">
          <h1>받은 메시지와 메일, 결제</h1>
          <p>실제로는 아무것도 밖으로 나가지 않습니다. Discord와 Resend로 보낸 것과 PortOne의 장부가 여기에 모입니다. <a href="/pay">결제 창 열기</a> <span id="live" class="live">새로 고치면 새 내용이 보입니다</span></p>
          {Cards.Fault(faults.Current())}
          <details class="control"><summary>일부러 고장 내기</summary>
            <form id="control">
              <label>대상 <select name="target"><option value="discord">Discord</option><option value="resend">Resend</option><option value="portone">PortOne</option><option value="portone-cancel">PortOne 취소</option><option value="clawdbot">클로드봇</option></select></label>
              <label>상태 <select name="mode"><option value="ok">정상</option><option value="429">429 너무 많은 요청</option><option value="500">500 오류</option><option value="404">404 없음</option><option value="hang">응답 없음</option><option value="slow">느림</option><option value="lost">받고 나서 끊김</option><option value="away">PortOne 연결 안 됨</option><option value="requested">PortOne 취소 접수만</option><option value="pg">PortOne 취소 은행 거절</option><option value="outstanding">PortOne 취소 처리 중</option><option value="silent">클로드봇 무시</option><option value="fail">클로드봇 실패</option></select></label>
              <label>횟수 <input name="times" type="number" min="1" placeholder="계속"></label>
              <label>Retry-After <input name="retryAfter" type="number" min="0" step="0.1" placeholder="2"></label>
              <button>적용</button> <output></output>
            </form>
          </details>
        </section>
        <div class="columns">
          <section><h2>Discord</h2><div id="discord" class="list">{Newest(journal.Messages(), Cards.Discord)}</div></section>
          <section><h2>메일</h2><div id="mail" class="list">{Newest(journal.Mails(), Cards.Email)}</div></section>
          <section><h2>결제</h2><div id="deal" class="list">{Newest(books.All(), deal => Cards.Payment(deal, clock.GetUtcNow()))}</div></section>
          <section><h2>클로드봇</h2><div id="run" class="list">{Newest(runs.All(), Cards.Clawdbot)}</div></section>
        </div>
        <script src="/sandbox.js" defer></script>
        """);

    private static IResult Mail(string id, Journal journal) =>
        journal.Mails().FirstOrDefault(mail => mail.Id == id) is { } mail
            ? Html.Framed(mail.Html ?? $"<pre>{Html.Text(mail.Text)}</pre>")
            : Results.NotFound();

    private static async IAsyncEnumerable<SseItem<string>> News(Journal journal, TimeProvider clock, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return Item("hello", "");
        await foreach (var news in journal.Listen(ct))
        {
            yield return news switch
            {
                DiscordMessage message => Item("discord", Cards.Discord(message)),
                Mail mail => Item("mail", Cards.Email(mail)),
                Deal deal => Item("deal", Cards.Payment(deal, clock.GetUtcNow())),
                Run run => Item("run", Cards.Clawdbot(run)),
                IReadOnlyCollection<Fault> faults => Item("faults", Cards.Fault(faults)),
                _ => Item("other", ""),
            };
        }
    }

    /// <summary>The card as JSON text: one line, whatever the card holds.</summary>
    private static SseItem<string> Item(string kind, string card) => new(JsonSerializer.Serialize(card), kind);

    private static string Newest<T>(IReadOnlyList<T> items, Func<T, string> card) =>
        string.Concat(items.Reverse().Take(Shown).Select(card));

    private static IResult Asset(string name, string type) =>
        Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!, type);
}
