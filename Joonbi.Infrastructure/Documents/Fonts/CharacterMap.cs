using System.Buffers.Binary;

namespace Joonbi.Infrastructure.Documents.Fonts;

/// <summary>
/// The <c>cmap</c> table, from character to glyph. Of the nine formats two matter: 12, ranges over all of Unicode,
/// and 4, segments over its first plane.
/// </summary>
internal static class CharacterMap
{
    private const int Segments = 4;
    private const int Ranges = 12;

    public static Dictionary<int, int> Read(ReadOnlySpan<byte> cmap)
    {
        var best = ReadOnlySpan<byte>.Empty;
        var bestFormat = 0;
        for (var i = 0; i < U16(cmap, 2); i++)
        {
            var subtable = cmap[(int)U32(cmap, 4 + 8 * i + 4)..];
            var format = U16(subtable, 0);
            if (format is not (Segments or Ranges) || format <= bestFormat)
                continue;
            best = subtable;
            bestFormat = format;
        }

        return bestFormat switch
        {
            Ranges => ReadRanges(best),
            Segments => ReadSegments(best),
            _ => throw new InvalidOperationException("The font maps no Unicode characters."),
        };
    }

    /// <summary>Writes the given characters, each as a range of one, in format 12.</summary>
    public static byte[] Write(SortedDictionary<int, int> glyphs)
    {
        const int headerSize = 12, groupsStart = 16;
        var length = groupsStart + 12 * glyphs.Count;
        var table = new byte[headerSize + length];
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(2), 1);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4), 3); // platform: Windows
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(6), 10); // encoding: all of Unicode
        BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(8), headerSize);

        var subtable = table.AsSpan(headerSize);
        BinaryPrimitives.WriteUInt16BigEndian(subtable, Ranges);
        BinaryPrimitives.WriteUInt32BigEndian(subtable[4..], (uint)length);
        BinaryPrimitives.WriteUInt32BigEndian(subtable[12..], (uint)glyphs.Count);
        var group = groupsStart;
        foreach (var (character, glyph) in glyphs)
        {
            BinaryPrimitives.WriteUInt32BigEndian(subtable[group..], (uint)character);
            BinaryPrimitives.WriteUInt32BigEndian(subtable[(group + 4)..], (uint)character);
            BinaryPrimitives.WriteUInt32BigEndian(subtable[(group + 8)..], (uint)glyph);
            group += 12;
        }

        return table;
    }

    private static Dictionary<int, int> ReadRanges(ReadOnlySpan<byte> table)
    {
        var glyphs = new Dictionary<int, int>();
        for (var group = 0; group < U32(table, 12); group++)
        {
            var at = 16 + 12 * group;
            var (first, last, glyph) = ((int)U32(table, at), (int)U32(table, at + 4), (int)U32(table, at + 8));
            for (var character = first; character <= last; character++)
                glyphs[character] = glyph + character - first;
        }

        return glyphs;
    }

    private static Dictionary<int, int> ReadSegments(ReadOnlySpan<byte> table)
    {
        var glyphs = new Dictionary<int, int>();
        var count = U16(table, 6) / 2;
        int ends = 14, starts = ends + 2 * count + 2, deltas = starts + 2 * count, offsets = deltas + 2 * count;
        for (var segment = 0; segment < count; segment++)
        {
            var (first, last) = (U16(table, starts + 2 * segment), U16(table, ends + 2 * segment));
            var (delta, offset) = (U16(table, deltas + 2 * segment), U16(table, offsets + 2 * segment));
            for (var character = first; character <= last && character < 0xFFFF; character++)
            {
                // An offset points from its own place in the table to a list of glyphs; without one the delta is the map.
                var glyph = offset == 0 ? character : U16(table, offsets + 2 * segment + offset + 2 * (character - first));
                if (glyph != 0)
                    glyphs[character] = (glyph + delta) & 0xFFFF;
            }
        }

        return glyphs;
    }

    private static int U16(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);

    private static uint U32(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt32BigEndian(table[at..]);
}
