using System.Globalization;
using System.Text;

namespace Joonbi.Domain.Files;

/// <summary>Names as people may see and save them; no stored byte is ever found by its name.</summary>
public static class FileNames
{
    /// <summary>The longest name that is kept.</summary>
    public const int MaxLength = 200;

    private const string Nameless = "파일";
    private const string Forbidden = "<>:\"|?*";

    /// <summary>
    /// The name without any path, without what cannot be seen or what some system forbids, its Hangul joined to syllables, and cut
    /// before its extension.
    /// </summary>
    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder(last.Length);
        foreach (var character in last.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(character))
                clean.Append(' ');
            else if (IsVisible(character))
                clean.Append(character.Value < 128 && Forbidden.Contains((char)character.Value) ? "_" : character.ToString());
        }

        var joined = Jamo.Compose(clean.ToString()).Trim(' ', '.');
        return joined.Length == 0 ? Nameless : Shortened(joined);
    }

    private static bool IsVisible(Rune character) =>
        character != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    private static string Shortened(string name)
    {
        if (name.Length <= MaxLength)
            return name;

        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 20 ? name[dot..] : "";
        return name[..^extension.Length].Cut(MaxLength - extension.Length) + extension;
    }
}
