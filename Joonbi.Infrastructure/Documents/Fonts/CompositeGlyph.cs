using System.Buffers.Binary;

namespace Joonbi.Infrastructure.Documents.Fonts;

/// <summary>
/// Many Hangul syllables are not drawn but assembled: their outline only names the glyphs of the letters and where to put them.
/// A subset that forgot these parts would print blanks.
/// </summary>
internal static class CompositeGlyph
{
    private const int HeaderSize = 10;

    [Flags]
    private enum Part : ushort
    {
        WordArguments = 0x0001,
        Scale = 0x0008,
        More = 0x0020,
        ScaleXY = 0x0040,
        Matrix = 0x0080,
    }

    public static List<int> PartsOf(ReadOnlySpan<byte> outline)
    {
        List<int> parts = [];
        var isComposite = outline.Length > HeaderSize && BinaryPrimitives.ReadInt16BigEndian(outline) < 0;
        if (!isComposite)
            return parts;

        var at = HeaderSize;
        Part flags;
        do
        {
            flags = (Part)BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + (flags.HasFlag(Part.WordArguments) ? 4 : 2) + TransformSize(flags);
        }
        while (flags.HasFlag(Part.More));

        return parts;
    }

    private static int TransformSize(Part flags) =>
        flags.HasFlag(Part.Scale) ? 2 : flags.HasFlag(Part.ScaleXY) ? 4 : flags.HasFlag(Part.Matrix) ? 8 : 0;
}
