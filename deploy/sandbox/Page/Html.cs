using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Joonbi.Sandbox.Page;

/// <summary>The frame of every page. Text that came from outside enters HTML through <see cref="Text"/> and no other way.</summary>
internal static class Html
{
    /// <summary>Scripts and styles of our own only; a form may lead back to a shop on this machine; mails are framed from here and forbid everything for themselves.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; "
        + "form-action 'self' http://localhost:* http://127.0.0.1:*; base-uri 'none'; frame-ancestors 'none'";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static JsonSerializerOptions Indented { get; } =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(string? text) => Encoder.Encode(text ?? "");

    public static IResult Page(string title, string body) => new PageResult($"""
        <!doctype html>
        <html lang="ko">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <meta name="referrer" content="no-referrer">
          <title>{Text(title)} · 준비스튜디오 개발용 대역</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="/sandbox.css">
        </head>
        <body>
          <header><a href="/" class="brand">준비스튜디오 <span>개발용 대역</span></a></header>
          <main>{body}</main>
        </body>
        </html>
        """, Policy);

    /// <summary>A mail as it was sent: in a sandbox of its own, without scripts, loading nothing from elsewhere but https pictures.</summary>
    public static IResult Framed(string html) => new PageResult(
        "<!doctype html><meta charset=\"utf-8\"><base target=\"_blank\">" + html,
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; frame-ancestors 'self'");

    private sealed class PageResult(string html, string policy) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy = policy;
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.CacheControl = "no-store";
            return response.WriteAsync(html);
        }
    }
}
