using System.Globalization;
using System.Text;

namespace Joonbi.Domain.Screening;

/// <summary>
/// Makes a text even, so that spelling tricks and the keyboard of the writer play no part. By hand where Unicode's own
/// normalisation would do it, since the program runs without the tables for that (InvariantGlobalization).
/// </summary>
internal static class ScreenedText
{
    /// <summary>Small letters of normal width, composed syllables, single spaces, nothing invisible.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="origins">Is filled with where each letter of the answer stood in the text.</param>
    public static string Even(string text, List<int>? origins = null)
    {
        var even = new StringBuilder(text.Length);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or 0x2028 or 0x2029)
                even.Append('\n');
            else if (Rune.IsWhiteSpace(rune))
                AppendSpace(even);
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                AppendLetter(even, rune);

            while (origins?.Count < even.Length)
                origins.Add(at);

            at += rune.Utf16SequenceLength;
        }

        return even.ToString();
    }

    public static bool IsHangul(char letter) => letter is >= '가' and <= '힣';

    public static bool EndsSentence(char letter) => letter is '.' or '!' or '?' or ';' or '\n';

    private static void AppendSpace(StringBuilder even)
    {
        if (even.Length > 0 && even[^1] is not (' ' or '\n'))
            even.Append(' ');
    }

    private static void AppendLetter(StringBuilder even, Rune rune)
    {
        if (!rune.IsBmp)
            even.Append(rune);
        else if (even.Length > 0 && Compose(even[^1], (char)rune.Value) is { } syllable)
            even[^1] = syllable;
        else
            even.Append(char.ToLowerInvariant(NormalWidth((char)rune.Value)));
    }

    private static char NormalWidth(char letter) => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter;

    /// <summary>macOS writes file names and pasted texts as single letters; Unicode defines the syllable by arithmetic.</summary>
    private static char? Compose(char before, char letter) => (before, letter) switch
    {
        ( >= '\u1100' and <= '\u1112', >= '\u1161' and <= '\u1175') => (char)('가' + ((before - 0x1100) * 21 + (letter - 0x1161)) * 28),
        ( >= '가' and <= '힣', >= '\u11A8' and <= '\u11C2') when (before - '가') % 28 == 0 => (char)(before + (letter - 0x11A7)),
        _ => null,
    };
}
