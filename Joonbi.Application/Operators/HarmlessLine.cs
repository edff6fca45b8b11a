using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Joonbi.Domain;

namespace Joonbi.Application.Operators;

/// <summary>
/// A stranger's text as one line that commands nobody: it begins no line of its own, spells no trigger, pings no one and invites
/// nowhere, however it was disguised. It stays readable; it need not stay beautiful.
/// </summary>
internal static partial class HarmlessLine
{
    private const string Removed = "(삭제됨)";

    public static string Of(string text, int length)
    {
        var line = Spaces().Replace(Plain(text), " ");
        line = Invitation().Replace(TagName().Replace(line, Removed), Removed);
        return line.Replace('[', '(').Replace(']', ')').Replace('<', '‹').Replace('>', '›').Replace('@', '＠').Trim().Cut(length);
    }

    /// <summary>
    /// Without what only hides: controls, line breaks and the empty Hangul fillers become spaces, invisible and direction-changing
    /// characters vanish, and the full-width twins of ASCII become ASCII, so that the searches after it see what a reader sees.
    /// </summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 || category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                plain.Append(' ');
            else if (rune.Value is >= 0xFF01 and <= 0xFF5E)
                plain.Append((char)(rune.Value - 0xFEE0));
            else if (rune.Value is not (0x034F or (>= 0xFE00 and <= 0xFE0F)) && category is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) && rune != Rune.ReplacementChar)
                plain.Append(rune);
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"JOONBI[\W_]*FULL[\W_]*ANALYSIS", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TagName();

    [GeneratedRegex(@"(?:https?:/+)?(?:[a-z]+\.)*(?:discord(?:app)?\s?\.\s?(?:gg|me|io|li|com/+invite)|dsc\.gg|invite\.gg)(?:/\S*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Invitation();
}
