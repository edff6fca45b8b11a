using System.Text;

namespace Joonbi.Domain;

/// <summary>
/// Text and file names from a Mac often spell Hangul in its letters (ㅎ ㅏ ㄴ for 한), which no font here draws and no search finds.
/// The framework's own normalization does nothing under invariant globalization, so the arithmetic of the Unicode standard (3.12) is done here.
/// </summary>
public static class Jamo
{
    private const int FirstSyllable = 0xAC00, FirstLead = 0x1100, FirstVowel = 0x1161, BeforeFirstTail = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    /// <summary>The text with its letters joined to syllables.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange((char)FirstLead, (char)(FirstLead + Leads - 1)))
            return text;

        var composed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var lead = text[i] - FirstLead;
            var vowel = At(text, i + 1) - FirstVowel;
            if (lead is < 0 or >= Leads || vowel is < 0 or >= Vowels)
            {
                composed.Append(text[i]);
                continue;
            }

            var tail = At(text, i + 2) - BeforeFirstTail;
            var hasTail = tail is > 0 and < Tails;
            composed.Append((char)(FirstSyllable + (lead * Vowels + vowel) * Tails + (hasTail ? tail : 0)));
            i += hasTail ? 2 : 1;
        }

        return composed.ToString();
    }

    private static int At(string text, int index) => index < text.Length ? text[index] : 0;
}
