using System.Text;
using Joonbi.Infrastructure.Documents.Fonts;

namespace Joonbi.Infrastructure.Documents.Typography;

internal enum Face
{
    Regular,
    Bold,
    Mono,
    Figures,
    BoldFigures,
}

/// <summary>
/// The three fonts that ship with the service, read once. Pretendard holds all 11,172 syllables but neither Hanja nor box drawing;
/// D2Coding, the font of code, has those and steps in.
/// </summary>
internal sealed class FontShelf
{
    /// <summary>Stands for every character that none of the fonts can draw.</summary>
    public static readonly Rune Missing = new('□');

    private const string Text = "Pretendard-Regular", Strong = "Pretendard-Bold", Code = "D2Coding-Regular";
    private static readonly Face[] FacesOfText = [Face.Regular, Face.Bold, Face.Mono];
    private readonly Dictionary<Face, TrueTypeFont> fonts;

    public FontShelf()
    {
        var (text, strong) = (TrueTypeFont.Embedded(Text + ".ttf"), TrueTypeFont.Embedded(Strong + ".ttf"));
        fonts = new()
        {
            [Face.Regular] = text,
            [Face.Bold] = strong,
            [Face.Mono] = TrueTypeFont.Embedded(Code + ".ttf"),
            [Face.Figures] = text.WithTabularFigures(),
            [Face.BoldFigures] = strong.WithTabularFigures(),
        };
    }

    public TrueTypeFont this[Face face] => fonts[face];

    public static string NameOf(Face face) => face switch
    {
        Face.Bold or Face.BoldFigures => Strong,
        Face.Mono => Code,
        _ => Text,
    };

    public bool Has(Rune character) => FacesOfText.Any(face => Has(face, character));

    /// <summary>The first of the wanted faces that has the character, or any other that has it.</summary>
    public Face FaceFor(Rune character, params ReadOnlySpan<Face> wanted)
    {
        foreach (var face in wanted)
            if (Has(face, character))
                return face;

        var other = Array.Find(FacesOfText, face => Has(face, character));
        return Has(other, character) ? other : wanted[^1];
    }

    /// <summary>In units of the type size.</summary>
    public float AdvanceOf(Rune character, Face face)
    {
        var font = this[face];
        return (float)font.AdvanceOf(font.Glyphs.GetValueOrDefault(character.Value)) / font.UnitsPerEm;
    }

    private bool Has(Face face, Rune character) => this[face].Glyphs.ContainsKey(character.Value);
}
