using System.Text;

namespace Joonbi.Sandbox.Clawdbot;

/// <summary>
/// Writes Markdown. Whatever a customer typed goes through <see cref="Text"/> or <see cref="Quote"/>: it is shown as typed and
/// never becomes a heading, a link, a table cell or HTML.
/// </summary>
internal static class Markdown
{
    private const string Punctuation = "\\`*_{}[]<>()#+-.!|~&\"'$%,/:;=?@^";

    /// <summary>One line: line breaks and control characters become spaces, punctuation is escaped.</summary>
    public static string Text(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var character in (text ?? "").Trim())
        {
            if (char.IsControl(character))
            {
                escaped.Append(' ');
                continue;
            }

            if (Punctuation.Contains(character))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>A block quotation that keeps the lines.</summary>
    public static string Quote(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => $"> {Text(line)}  "));

    public static string Table(string[] heads, IEnumerable<string[]> rows, string? align = null)
    {
        var table = new StringBuilder($"| {string.Join(" | ", heads)} |\n|");
        for (var column = 0; column < heads.Length; column++)
        {
            table.Append(align is not null && align[column] == 'r' ? " ---: |" : " --- |");
        }

        foreach (var row in rows)
        {
            table.Append($"\n| {string.Join(" | ", row)} |");
        }

        return table.ToString();
    }

    public static string List(IEnumerable<string> items) => string.Join('\n', items.Select(item => $"- {item}"));

    public static string Won(long amount) => $"{amount:N0}원";
}
