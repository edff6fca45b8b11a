using System.Text;

namespace Joonbi.Infrastructure.Documents.Typography;

/// <summary>
/// Korean is broken between words, as it is spoken; only a word that is wider than the line is cut, as addresses are.
/// No line starts with closing punctuation and none ends with an opening bracket, unless nothing else is there.
/// </summary>
internal static class LineBreaker
{
    private const string NeverFirst = ".,:;!?%)]}>·…~’”、。〉》」』】〕℃°";
    private const string NeverLast = "([{<‘“〈《「『【〔₩$";

    /// <summary>How far a cut may move back for the sake of punctuation.</summary>
    private const int Reach = 8;

    public static List<Line> Break(Glyph[] text, float width)
    {
        List<Line> lines = [];
        var start = 0;
        while (start < text.Length)
        {
            var end = EndOfLine(text, start, width);
            lines.Add(WithoutTrailingSpace(text, start, end));
            start = end;
            while (start < text.Length && text[start].IsSpace)
                start++;
        }

        return lines;
    }

    /// <summary>Code keeps its spaces, and is cut where the line is full.</summary>
    public static List<Line> Cut(Glyph[] text, float width)
    {
        List<Line> lines = [];
        var start = 0;
        do
        {
            var end = start;
            for (var x = 0f; end < text.Length && (x + text[end].Advance <= width || end == start); end++)
                x += text[end].Advance;
            lines.Add(new Line(new ArraySegment<Glyph>(text, start, end - start)));
            start = end;
        }
        while (start < text.Length);

        return lines;
    }

    private static int EndOfLine(Glyph[] text, int start, float width)
    {
        var x = 0f;
        var opportunity = start;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i].IsBreak)
                return i + 1;

            x += text[i].Advance;
            if (text[i].IsSpace)
                opportunity = MayStartLine(text, i + 1) ? i + 1 : opportunity;
            else if (x > width)
                return opportunity > start ? opportunity : CutInsideWord(text, start, i);
        }

        return text.Length;
    }

    private static int CutInsideWord(Glyph[] text, int start, int full)
    {
        var earliest = Math.Max(start + 1, full - Reach);
        for (var cut = full; cut >= earliest; cut--)
            if (MayStartLine(text, cut) && !NeverLast.Contains(text[cut - 1].Character))
                return cut;

        return Math.Max(full, start + 1);
    }

    private static bool MayStartLine(Glyph[] text, int at) => at >= text.Length || !NeverFirst.Contains(text[at].Character);

    private static Line WithoutTrailingSpace(Glyph[] text, int start, int end)
    {
        while (end > start && (text[end - 1].IsSpace || text[end - 1].IsBreak))
            end--;
        return new Line(new ArraySegment<Glyph>(text, start, end - start));
    }

    private static bool Contains(this string set, Rune character) => character.IsBmp && set.Contains((char)character.Value);
}
