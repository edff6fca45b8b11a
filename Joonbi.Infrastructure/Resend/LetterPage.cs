using System.Text.Encodings.Web;
using System.Text.Unicode;
using Joonbi.Application.Mail;
using Joonbi.Domain;

namespace Joonbi.Infrastructure.Resend;

/// <summary>
/// A letter as mail programs show it: one table of at most 560 points with its styles inline, since many of them know nothing
/// else; on a phone it fills the screen, and in dark mode the colours turn. Every word is encoded, since it may be a stranger's.
/// </summary>
internal sealed class LetterPage(Letter letter, Uri frontend)
{
    private const int Preview = 90;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private const string Sans = "-apple-system,BlinkMacSystemFont,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif";

    private string? Address => letter.Link is null ? null : frontend.AbsoluteUri.TrimEnd('/') + letter.Link.Path;

    public string Text =>
        string.Join(
            "\n\n",
            [
                letter.Heading,
                .. letter.Paragraphs,
                .. letter.Link is null ? Array.Empty<string>() : [$"{letter.Link.Label}: {Address}"],
                $"--\n준비스튜디오 {frontend.AbsoluteUri.TrimEnd('/')}",
            ]);

    public string Html =>
        $$"""
        <!doctype html>
        <html lang="ko">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{Encode(letter.Heading)}}</title>
        <style>
        :root { color-scheme: light dark; }
        @media (prefers-color-scheme: dark) {
          .page { background: #111418 !important; }
          .card { background: #1c2127 !important; border-color: #2f3640 !important; }
          .ink { color: #eef1f4 !important; }
          .soft { color: #a7b0ba !important; }
        }
        @media (max-width: 600px) {
          .card { border-radius: 0 !important; border-width: 1px 0 !important; }
          .inside { padding: 28px 20px !important; }
          .outside { padding: 0 !important; }
        }
        </style>
        </head>
        <body class="page" style="margin:0;padding:0;background:#f3f5f7;">
        <div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">{{Encode(letter.Paragraphs.Count > 0 ? letter.Paragraphs[0].Cut(Preview) : letter.Heading)}}</div>
        <table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f5f7;">
        <tr><td class="outside" align="center" style="padding:32px 16px;">
        <table class="card" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:#ffffff;border:1px solid #e3e7eb;border-radius:12px;">
        <tr><td class="inside" style="padding:36px 40px;font-family:{{Sans}};">
        <p class="soft" style="margin:0 0 20px;font-size:14px;line-height:20px;font-weight:700;color:#5a6672;">준비스튜디오</p>
        <h1 class="ink" style="margin:0 0 20px;font-size:22px;line-height:32px;font-weight:700;color:#16191d;word-break:keep-all;overflow-wrap:anywhere;">{{Encode(letter.Heading)}}</h1>
        {{string.Join('\n', letter.Paragraphs.Select(Paragraph))}}
        {{Button}}
        </td></tr>
        </table>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;">
        <tr><td class="soft" style="padding:20px 24px 32px;font-family:{{Sans}};font-size:12px;line-height:18px;color:#6b7682;">이 메일은 준비스튜디오 서비스 이용에 따라 자동으로 발송되었습니다.</td></tr>
        </table>
        </td></tr>
        </table>
        </body>
        </html>
        """;

    private string Button => Address is null
        ? ""
        : $"""
        <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:28px 0 0;">
        <tr><td style="background:#1f5eff;border-radius:8px;"><a href="{Encode(Address)}" style="display:inline-block;padding:14px 28px;font-family:{Sans};font-size:16px;line-height:20px;font-weight:700;color:#ffffff;text-decoration:none;">{Encode(letter.Link!.Label)}</a></td></tr>
        </table>
        <p class="soft" style="margin:20px 0 0;font-size:12px;line-height:18px;color:#6b7682;overflow-wrap:anywhere;">버튼이 열리지 않으면 이 주소를 주소창에 붙여 넣어 주세요.<br>{Encode(Address)}</p>
        """;

    private static string Paragraph(string text) =>
        $"""<p class="ink" style="margin:0 0 16px;font-size:16px;line-height:26px;color:#2a3036;word-break:keep-all;overflow-wrap:anywhere;">{string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(Encode))}</p>""";

    private static string Encode(string text) => Encoder.Encode(text);
}
