using System.Buffers.Binary;
using System.Text;

namespace Joonbi.Infrastructure.Documents.Fonts;

/// <summary>
/// One feature of the <c>GSUB</c> table as a map from glyph to glyph: <c>tnum</c> names the digits of equal width.
/// Only substitutions of one for one are read, which is all that such a feature consists of.
/// </summary>
internal static class GlyphSubstitution
{
    private const int Single = 1;

    public static Dictionary<int, int> Read(ReadOnlySpan<byte> gsub, string feature)
    {
        Dictionary<int, int> replacements = [];
        var features = gsub[U16(gsub, 6)..];
        var lookups = gsub[U16(gsub, 8)..];
        for (var i = 0; i < U16(features, 0); i++)
        {
            var record = 2 + 6 * i;
            if (Encoding.ASCII.GetString(features.Slice(record, 4)) != feature)
                continue;
            var indices = features[U16(features, record + 4)..];
            for (var j = 0; j < U16(indices, 2); j++)
                ReadLookup(lookups[U16(lookups, 2 + 2 * U16(indices, 4 + 2 * j))..], replacements);
        }

        return replacements;
    }

    private static void ReadLookup(ReadOnlySpan<byte> lookup, Dictionary<int, int> replacements)
    {
        if (U16(lookup, 0) != Single)
            return;
        for (var i = 0; i < U16(lookup, 4); i++)
        {
            var subtable = lookup[U16(lookup, 6 + 2 * i)..];
            var covered = Coverage(subtable[U16(subtable, 2)..]);
            var addsDelta = U16(subtable, 0) == 1;
            for (var k = 0; k < covered.Count; k++)
                replacements[covered[k]] = addsDelta
                    ? (covered[k] + U16(subtable, 4)) & 0xFFFF
                    : U16(subtable, 6 + 2 * k);
        }
    }

    /// <summary>The glyphs a substitution speaks of, in its order: a list (format 1) or ranges (format 2).</summary>
    private static List<int> Coverage(ReadOnlySpan<byte> table)
    {
        List<int> glyphs = [];
        var isList = U16(table, 0) == 1;
        for (var i = 0; i < U16(table, 2); i++)
        {
            if (isList)
            {
                glyphs.Add(U16(table, 4 + 2 * i));
                continue;
            }

            var (first, last) = (U16(table, 4 + 6 * i), U16(table, 6 + 6 * i));
            glyphs.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return glyphs;
    }

    private static int U16(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);
}
