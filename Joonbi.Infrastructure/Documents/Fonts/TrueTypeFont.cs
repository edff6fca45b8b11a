using System.Buffers.Binary;
using System.Text;

namespace Joonbi.Infrastructure.Documents.Fonts;

/// <summary>
/// A TrueType file as it lies in the assembly: where its tables are, and what they say about a glyph.
/// Only what measuring and subsetting need; the drawing itself is Skia's. Immutable, so one instance serves every document.
/// </summary>
internal sealed class TrueTypeFont
{
    private const string TabularFigures = "0123456789.,:";
    private const int DirectoryStart = 12;
    private const int DirectoryEntrySize = 16;

    private readonly byte[] file;
    private readonly Dictionary<string, (int Start, int Length)> tables;
    private readonly bool longOffsets;
    private readonly int fullMetrics;

    public TrueTypeFont(byte[] file)
    {
        tables = [];
        this.file = file;
        var tableCount = U16(file.AsSpan(4));
        for (var i = 0; i < tableCount; i++)
        {
            var entry = file.AsSpan(DirectoryStart + i * DirectoryEntrySize, DirectoryEntrySize);
            tables[Encoding.ASCII.GetString(entry[..4])] = ((int)U32(entry[8..]), (int)U32(entry[12..]));
        }

        UnitsPerEm = U16(Table("head")[18..]);
        longOffsets = U16(Table("head")[50..]) == 1;
        GlyphCount = U16(Table("maxp")[4..]);
        fullMetrics = U16(Table("hhea")[34..]);
        Glyphs = CharacterMap.Read(Table("cmap"));
    }

    private TrueTypeFont(TrueTypeFont other, Dictionary<int, int> glyphs)
    {
        (file, tables, longOffsets, fullMetrics) = (other.file, other.tables, other.longOffsets, other.fullMetrics);
        (UnitsPerEm, GlyphCount, Glyphs) = (other.UnitsPerEm, other.GlyphCount, glyphs);
    }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    /// <summary>From Unicode character to glyph id.</summary>
    public IReadOnlyDictionary<int, int> Glyphs { get; }

    public static TrueTypeFont Embedded(string resource)
    {
        using var stream = typeof(TrueTypeFont).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not embedded in the assembly.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new TrueTypeFont(file);
    }

    /// <summary>The same file as a font of digits only, all of one width: a table's amounts stand exactly below each other.</summary>
    public TrueTypeFont WithTabularFigures()
    {
        var replacements = GlyphSubstitution.Read(Table("GSUB"), "tnum");
        return new TrueTypeFont(this, TabularFigures.ToDictionary(
            character => (int)character,
            character => replacements.GetValueOrDefault(Glyphs[character], Glyphs[character])));
    }

    public bool Has(string tag) => tables.ContainsKey(tag);

    public ReadOnlySpan<byte> Table(string tag) => file.AsSpan(tables[tag].Start, tables[tag].Length);

    /// <summary>In font units. Glyphs past the last full metric share its width.</summary>
    public int AdvanceOf(int glyph) => U16(Table("hmtx")[(4 * Math.Min(glyph, fullMetrics - 1))..]);

    /// <summary>Where the width (and bearing) of a glyph stand in <c>hmtx</c>.</summary>
    public (int Start, int Length) MetricOf(int glyph) =>
        glyph < fullMetrics ? (4 * glyph, 4) : (4 * fullMetrics + 2 * (glyph - fullMetrics), 2);

    /// <summary>The contours of a glyph; empty for a space.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph) => Table("glyf")[OffsetOf(glyph)..OffsetOf(glyph + 1)];

    private int OffsetOf(int glyph) =>
        longOffsets ? (int)U32(Table("loca")[(4 * glyph)..]) : 2 * U16(Table("loca")[(2 * glyph)..]);

    private static ushort U16(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint U32(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt32BigEndian(at);
}
