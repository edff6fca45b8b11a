using System.Globalization;
using System.Text;

namespace Joonbi.Domain;

/// <summary>Text as a reader sees it, rather than as a machine stores it.</summary>
public static class TextElements
{
    /// <summary>
    /// The longest beginning of at most so many UTF-16 units that ends between two text elements: an emoji or a composed
    /// syllable is kept whole or left out, never halved.
    /// </summary>
    public static string Cut(this string text, int length)
    {
        if (text.Length <= length)
            return text;

        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var next && end + next <= length)
            end += next;

        return text[..end];
    }

    /// <summary>Without what turns the reading direction or cannot be seen, but for line breaks and the joiners inside emoji.</summary>
    public static string Visible(this string text) =>
        string.Concat(text.EnumerateRunes().Where(rune =>
            rune.Value is '\n' or '\u200D' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)));
}
