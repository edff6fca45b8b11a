using System.Text;
using Joonbi.Infrastructure.Documents.Typography;
using SkiaSharp;

namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>A line as marks: its text piece by piece of equal style, and what styles add: a wash, a stroke, an address.</summary>
internal static class LineMarks
{
    private const float Above = 0.93f, Below = 0.27f;

    public static List<Mark> Of(Line line, TextType type, float x, float top)
    {
        List<Mark> marks = [];
        var baseline = top + type.Baseline;
        var glyphs = line.Glyphs;
        for (int start = 0, end; start < glyphs.Count; start = end)
        {
            for (end = start + 1; end < glyphs.Count && IsSamePiece(glyphs[start], glyphs[end]);)
                end++;
            var piece = glyphs.Slice(start, end - start);
            var width = piece.Sum(glyph => glyph.Advance);
            AddPiece(marks, piece, type, SKRect.Create(x, baseline, width, 0));
            x += width;
        }

        return marks;
    }

    /// <summary>Without the wash of inline code, since a block of code has one of its own.</summary>
    public static List<Mark> OfCode(Line line, TextType type, float x) => [.. Of(line, type, x, 0).OfType<TextMark>()];

    private static bool IsSamePiece(Glyph a, Glyph b) => a.Face == b.Face && a.Style == b.Style;

    private static void AddPiece(List<Mark> marks, ArraySegment<Glyph> piece, TextType type, SKRect baseline)
    {
        var (style, size) = (piece[0].Style, piece[0].Size);
        var body = new SKRect(baseline.Left, baseline.Top - Above * size, baseline.Right, baseline.Top + Below * size);
        var colour = style.Link is null ? type.Colour : HouseStyle.Accent;
        if (style.Code)
            marks.Add(new BoxMark(body, HouseStyle.CodeWash));

        marks.Add(Text(piece, baseline, colour));
        if (style.Struck)
            marks.Add(Stroke(baseline, -0.32f * size, colour));
        if (style.Link is not null)
        {
            marks.Add(Stroke(baseline, 0.2f * size, colour));
            marks.Add(new LinkMark(body, style.Link));
        }
    }

    private static TextMark Text(ArraySegment<Glyph> piece, SKRect baseline, SKColor colour)
    {
        var text = new StringBuilder(piece.Count);
        var places = new float[piece.Count];
        var x = 0f;
        for (var i = 0; i < piece.Count; i++)
        {
            text.Append(piece[i].Character);
            places[i] = x;
            x += piece[i].Advance;
        }

        var first = piece[0];
        return new TextMark(baseline.Left, baseline.Top, text.ToString(), places, first.Face, first.Size, first.Style.Italic, colour);
    }

    private static BoxMark Stroke(SKRect baseline, float offset, SKColor colour) =>
        new(SKRect.Create(baseline.Left, baseline.Top + offset, baseline.Width, HouseStyle.RuleThickness), colour);
}
