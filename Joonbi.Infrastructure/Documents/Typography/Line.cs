using System.Text;

namespace Joonbi.Infrastructure.Documents.Typography;

/// <summary>A character with all that its place in a line depends on: which face draws it, at what size, and how far it is to the next.</summary>
internal readonly record struct Glyph(Rune Character, Face Face, float Size, float Advance, TextStyle Style)
{
    public bool IsSpace => Character.Value is ' ';

    public bool IsBreak => Character.Value is '\n';
}

/// <summary>What stands on one line, without the spaces it was broken at.</summary>
internal sealed record Line(ArraySegment<Glyph> Glyphs)
{
    public float Width { get; } = Glyphs.Sum(glyph => glyph.Advance);
}
