using System.Globalization;

namespace Joonbi.Domain;

/// <summary>Cuts text where a reader would: an emoji or a composed syllable is kept whole or left out, never halved.</summary>
public static class TextElements
{
    /// <summary>The longest beginning of at most so many UTF-16 units that ends between two text elements.</summary>
    public static string Cut(this string text, int length)
    {
        if (text.Length <= length)
            return text;

        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var next && end + next <= length)
            end += next;

        return text[..end];
    }
}
