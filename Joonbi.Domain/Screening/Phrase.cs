namespace Joonbi.Domain.Screening;

/// <summary>A term or an exception of a rule, found in a text that <see cref="ScreenedText"/> has made even.</summary>
internal sealed class Phrase
{
    /// <summary>How far <c>…</c> reaches: a few words.</summary>
    private const int Reach = 20;

    private readonly string[] parts;
    private readonly bool insideWords;
    private readonly bool goesOn;

    /// <param name="written">As the rule has it.</param>
    /// <param name="anywhere">An exception may begin and end inside words: it only counts where it covers a hit.</param>
    public Phrase(string written, bool anywhere = false)
    {
        insideWords = anywhere || written.StartsWith('*');
        goesOn = anywhere || written.EndsWith('*');
        parts = [.. ScreenedText.Even(written.Trim('*')).Split('…').Select(part => part.Trim())];
    }

    /// <summary>Every part has letters to look for.</summary>
    public bool IsReadable => parts.All(part => part.Length > 0 && !part.Contains('*'));

    /// <summary>Where it stands: each place as start and end.</summary>
    public IEnumerable<(int Start, int End)> In(string text)
    {
        var first = parts[0][0];
        for (var start = text.IndexOf(first); start >= 0; start = text.IndexOf(first, start + 1))
        {
            if (BeginsWell(text, start) && Match(text, start) is { } end)
                yield return (start, end);
        }
    }

    private int? Match(string text, int start)
    {
        var end = MatchPart(parts[0], text, start);
        foreach (var part in parts.Skip(1))
        {
            if (end is not { } from)
                return null;

            end = FindWithinReach(part, text, from);
        }

        return end is { } last && EndsWell(text, last) ? end : null;
    }

    private static int? FindWithinReach(string part, string text, int from)
    {
        for (var at = from; at < text.Length && at <= from + Reach && !ScreenedText.EndsSentence(text[at]); at++)
        {
            if (MatchPart(part, text, at) is { } end)
                return end;
        }

        return null;
    }

    private static int? MatchPart(string part, string text, int at)
    {
        foreach (var expected in part)
        {
            if (expected == ' ')
            {
                if (at < text.Length && text[at] == ' ')
                    at++;
            }
            else if (at < text.Length && text[at] == expected)
            {
                at++;
            }
            else
            {
                return null;
            }
        }

        return at;
    }

    private bool BeginsWell(string text, int start) => insideWords || start == 0 || !Continues(text[start - 1], text[start]);

    /// <summary>A Korean word may always go on: particles and endings are glued to it.</summary>
    private bool EndsWell(string text, int end) => goesOn || end == text.Length || !IsLatin(text[end - 1]) || !IsLatin(text[end]);

    private static bool Continues(char before, char first) => IsLatin(first) ? IsLatin(before) : ScreenedText.IsHangul(before);

    private static bool IsLatin(char letter) => letter is >= 'a' and <= 'z' or >= '0' and <= '9';
}
