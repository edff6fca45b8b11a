using System.Text.Json;
using Joonbi.Sandbox.Page;

namespace Joonbi.Sandbox.Site;

/// <summary>
/// Stand-ins for the front end's pages that mails link to (FRONTEND_URL points here): so a newcomer can click a link and see it work.
/// A link only opens a page with a button; the button acts, as it must be with mail scanners that follow every link.
/// </summary>
internal static class SiteEndpoints
{
    public static void MapSite(this WebApplication app)
    {
        app.MapGet("/verify-email", (string? token) => Form("메일 주소 확인", "/verify-email", token, null, "확인하기"));
        app.MapPost("/verify-email", Verify);
        app.MapGet("/change-email", (string? token) => Form("이메일 주소 변경", "/change-email", token, null, "이 주소로 변경하기"));
        app.MapPost("/change-email", ChangeEmail);
        app.MapGet("/reset-password", (string? token) => Form("비밀번호 다시 정하기", "/reset-password", token, "새 비밀번호(10자 이상)", "바꾸기"));
        app.MapPost("/reset-password", Reset);
        app.MapGet("/shared/{token}", Shared);
        app.MapGet("/consultations/{id:guid}", (Guid id) => Html.Page("상담", $"""
            <section class="card"><h1>상담</h1>
            <p>프런트엔드가 상담 <code>{id}</code>을(를) 보여 줄 자리입니다.</p>
            <p><a href="/pay">요금을 기다리는 상담이라면 여기서 결제합니다</a></p></section>
            """));
        app.MapGet("/{**path}", (string? path) => Html.Page("프런트엔드 자리", $"""
            <section class="card"><h1>프런트엔드 자리</h1>
            <p>여기는 프런트엔드가 맡을 화면입니다: <code>/{Html.Text(path)}</code></p>
            <p>개발 실행에는 프런트엔드가 없어 개발용 대역이 대신 받았습니다. <a href="/">대역 화면으로</a></p></section>
            """));
    }

    private static async Task<IResult> Verify(HttpRequest request, SiteApi api, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var (ok, body) = await api.Post("/api/auth/verify-email", new { token = form["token"].ToString() }, ct);
        return Result(ok, "메일 주소를 확인했습니다. 이제 로그인할 수 있습니다.", body);
    }

    private static async Task<IResult> ChangeEmail(HttpRequest request, SiteApi api, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var (ok, body) = await api.Post("/api/auth/change-email", new { token = form["token"].ToString() }, ct);
        return Result(ok, "이메일 주소를 변경했습니다. 새 주소로 로그인하세요.", body);
    }

    private static async Task<IResult> Reset(HttpRequest request, SiteApi api, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        var (ok, body) = await api.Post(
            "/api/auth/reset-password", new { token = form["token"].ToString(), newPassword = form["password"].ToString() }, ct);
        return Result(ok, "비밀번호를 바꾸었습니다. 새 비밀번호로 로그인하세요.", body);
    }

    private static async Task<IResult> Shared(string token, SiteApi api, CancellationToken ct)
    {
        var (ok, body) = await api.Get($"/api/shared/{Uri.EscapeDataString(token)}", ct);
        return ok && body is { } shared
            ? Html.Page("공유된 상담", $"""
                <section class="card"><h1>공유된 상담</h1>
                <p>로그인하지 않고 공유 링크로 본 내용입니다.</p>
                <pre>{Html.Text(JsonSerializer.Serialize(shared, Html.Indented))}</pre></section>
                """)
            : Result(false, "", body);
    }

    private static IResult Form(string title, string action, string? token, string? passwordLabel, string button) => Html.Page(title, $"""
        <section class="card"><h1>{Html.Text(title)}</h1>
        <form method="post" action="{action}">
          <input type="hidden" name="token" value="{Html.Text(token)}">
          {(passwordLabel is null ? "" : $"<label>{Html.Text(passwordLabel)} <input type=\"password\" name=\"password\" minlength=\"10\" required autocomplete=\"new-password\"></label>")}
          <button>{Html.Text(button)}</button>
        </form></section>
        """);

    private static IResult Result(bool ok, string message, JsonElement? problem)
    {
        var detail = problem is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("detail", out var text) ? text.ToString() : "API가 응답하지 않았습니다.";
        return Html.Page("결과", $"""<section class="card"><h1>{(ok ? "되었습니다" : "되지 않았습니다")}</h1><p>{Html.Text(ok ? message : detail)}</p><p><a href="/">대역 화면으로</a></p></section>""");
    }
}
