using System.Globalization;
using System.Text;
using Joonbi.Domain;
using Joonbi.Infrastructure.Documents.Typography;

namespace Joonbi.Infrastructure.Documents.Reading;

/// <summary>Takes out of a text what cannot be seen but can deceive or break: control characters, marks of direction, joiners.</summary>
internal static class PrintableText
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            if (character.Value is '\n' or '\r' or '\t')
                clean.Append((char)character.Value);
            else if (Rune.GetUnicodeCategory(character) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                clean.Append('\n');
            else if (!IsInvisible(character))
                clean.Append(character);
        }

        return Jamo.Compose(clean.ToString());
    }

    /// <summary>The text as the fonts can print it: what they lack becomes a visible box, so that a reader sees that something stood there.</summary>
    public static string For(FontShelf fonts, string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var character in Clean(text).EnumerateRunes())
        {
            if (character.Value is '\n' || fonts.Has(character))
                printable.Append(character);
            else if (Rune.IsWhiteSpace(character))
                printable.Append(' ');
            else if (Rune.GetUnicodeCategory(character) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierSymbol))
                printable.Append(FontShelf.Missing);
        }

        return printable.ToString();
    }

    private static bool IsInvisible(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format;
}
