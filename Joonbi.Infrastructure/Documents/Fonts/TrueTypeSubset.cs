using System.Buffers.Binary;

namespace Joonbi.Infrastructure.Documents.Fonts;

/// <summary>
/// The font with only the glyphs that a document uses: our build of Skia embeds a font whole, and whole means 2.7 MB of Hangul.
/// Glyph ids stay as they are and unused outlines become empty; that keeps composite glyphs and the result simple to reason about,
/// and the zeroes left behind compress to nothing.
/// </summary>
internal static class TrueTypeSubset
{
    private static readonly string[] CopiedTables = ["OS/2", "cvt ", "fpgm", "hhea", "maxp", "prep"];

    public static byte[] Of(TrueTypeFont font, IEnumerable<int> characters, string name)
    {
        var glyphs = new SortedDictionary<int, int>();
        foreach (var character in characters)
            if (font.Glyphs.TryGetValue(character, out var glyph))
                glyphs[character] = glyph;

        var kept = WithParts(font, glyphs.Values);
        var (outlines, offsets) = Outlines(font, kept);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cmap"] = CharacterMap.Write(glyphs),
            ["glyf"] = outlines,
            ["head"] = HeadWithLongOffsets(font),
            ["hmtx"] = Metrics(font, kept),
            ["loca"] = offsets,
            ["name"] = NameTable.Write(name),
            ["post"] = PostWithoutNames(),
        };
        foreach (var tag in CopiedTables.Where(font.Has))
            tables[tag] = font.Table(tag).ToArray();

        return FontFile.Write(tables);
    }

    /// <summary>Glyph 0, the box for what is missing, is required of every font.</summary>
    private static HashSet<int> WithParts(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        HashSet<int> kept = [];
        var pending = new Stack<int>(glyphs.Prepend(0));
        while (pending.TryPop(out var glyph))
            if (kept.Add(glyph))
                CompositeGlyph.PartsOf(font.OutlineOf(glyph)).ForEach(pending.Push);

        return kept;
    }

    private static (byte[] Outlines, byte[] Offsets) Outlines(TrueTypeFont font, HashSet<int> kept)
    {
        using var outlines = new MemoryStream();
        var offsets = new byte[4 * (font.GlyphCount + 1)];
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(4 * glyph), (uint)outlines.Length);
            if (kept.Contains(glyph))
                FontFile.WritePadded(outlines, font.OutlineOf(glyph));
        }

        BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(4 * font.GlyphCount), (uint)outlines.Length);
        return (outlines.ToArray(), offsets);
    }

    private static byte[] Metrics(TrueTypeFont font, HashSet<int> kept)
    {
        var source = font.Table("hmtx");
        var metrics = new byte[source.Length];
        foreach (var glyph in kept)
        {
            var (start, length) = font.MetricOf(glyph);
            source.Slice(start, length).CopyTo(metrics.AsSpan(start));
        }

        return metrics;
    }

    private static byte[] HeadWithLongOffsets(TrueTypeFont font)
    {
        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private static byte[] PostWithoutNames()
    {
        var post = new byte[32];
        BinaryPrimitives.WriteUInt32BigEndian(post, 0x00030000);
        return post;
    }
}
