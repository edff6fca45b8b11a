using System.Text;

namespace Joonbi.Infrastructure.Documents.Typography;

/// <summary>Measures text and breaks it into lines. Widths come from the fonts' own tables, so nothing of Skia is needed before the ink.</summary>
internal sealed class Typesetter(FontShelf fonts)
{
    public List<Line> Lines(IEnumerable<Run> runs, TextType type, float width) => LineBreaker.Break(Glyphs(runs, type), width);

    /// <summary>Text of the house itself: footers, the cover, the markers of lists.</summary>
    public List<Line> Lines(string text, TextType type, float width = float.MaxValue) =>
        Lines([new Run(text, default)], type, width);

    public List<Line> CodeLines(string text, TextType type, float width) =>
        LineBreaker.Cut(Glyphs([new Run(text, new TextStyle(Code: true))], type with { Size = type.Size / HouseStyle.InlineCodeScale }, keepSpaces: true), width);

    /// <summary>How wide the text is at its longest word, and at its longest line.</summary>
    public (float Word, float Text) Extent(IEnumerable<Run> runs, TextType type)
    {
        float longestWord = 0, longestText = 0, word = 0, text = 0;
        foreach (var glyph in Glyphs(runs, type))
        {
            word = glyph.IsSpace || glyph.IsBreak ? 0 : word + glyph.Advance;
            text = glyph.IsBreak ? 0 : text + glyph.Advance;
            (longestWord, longestText) = (Math.Max(longestWord, word), Math.Max(longestText, text));
        }

        return (longestWord, longestText);
    }

    private Glyph[] Glyphs(IEnumerable<Run> runs, TextType type, bool keepSpaces = false)
    {
        List<Glyph> glyphs = [];
        foreach (var run in runs)
        {
            foreach (var character in run.Text.EnumerateRunes())
            {
                var repeatsSpace = character.Value is ' ' && !run.Style.Code && (glyphs.Count == 0 || glyphs[^1].IsSpace);
                if (!repeatsSpace || keepSpaces)
                    glyphs.Add(Place(character, run.Style, type));
            }
        }

        return [.. glyphs];
    }

    private Glyph Place(Rune character, TextStyle style, TextType type)
    {
        var face = FaceOf(character, style, type);
        var size = style.Code ? type.Size * HouseStyle.InlineCodeScale : type.Size;
        var width = character.Value is '\n' ? 0 : fonts.AdvanceOf(character, face) * size;
        return new Glyph(character, face, size, width + type.Tracking, style);
    }

    private Face FaceOf(Rune character, TextStyle style, TextType type) => (style.Code, style.Bold || type.Bold, type.Tabular) switch
    {
        (true, _, _) => fonts.FaceFor(character, Face.Mono),
        (_, true, true) => fonts.FaceFor(character, Face.BoldFigures, Face.Bold),
        (_, true, false) => fonts.FaceFor(character, Face.Bold),
        (_, false, true) => fonts.FaceFor(character, Face.Figures, Face.Regular),
        _ => fonts.FaceFor(character, Face.Regular),
    };
}
