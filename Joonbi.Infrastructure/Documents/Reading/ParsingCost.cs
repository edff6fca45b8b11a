namespace Joonbi.Infrastructure.Documents.Reading;

/// <summary>
/// Parts of the parser are quadratic: each opening bracket or bare address looks for its end in the rest of the paragraph, and each
/// row of a table is filled up to the widest. 200,000 characters of <c>[a](</c> take it over 20 seconds, 2,000 columns by 10,000 rows a gigabyte.
/// Both depend on a paragraph, a stretch of lines without a blank one, and are cheap to foresee.
/// </summary>
internal static class ParsingCost
{
    /// <summary>Openings times characters of their paragraph: less than a second. A page of prose full of links costs a thousandth of it.</summary>
    private const long MaxSearch = 500_000_000;

    /// <summary>Ten columns by five thousand rows: far more than the page limit lets through anyway.</summary>
    private const long MaxCells = 50_000;

    private static readonly string[] Starts = ["[", "(", "<", "://", "www.", "mailto:", "tel:"];

    public static bool IsExcessive(string text)
    {
        long search = 0, cells = 0;
        var paragraph = new Paragraph();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                paragraph = paragraph.With(line);
                continue;
            }

            search += paragraph.Search;
            cells += paragraph.Cells;
            paragraph = new Paragraph();
        }

        return search + paragraph.Search > MaxSearch || cells + paragraph.Cells > MaxCells;
    }

    private static long OpeningsIn(ReadOnlySpan<char> line)
    {
        var count = 0L;
        foreach (var start in Starts)
            count += line.Count(start);
        return count;
    }

    private readonly record struct Paragraph(long Length, long Openings, long Rows, long WidestRow)
    {
        public long Search => Openings * Length;

        public long Cells => Rows * WidestRow;

        public Paragraph With(ReadOnlySpan<char> line)
        {
            var bars = line.Count('|');
            return new Paragraph(
                Length + line.Length,
                Openings + OpeningsIn(line),
                Rows + (bars > 0 ? 1 : 0),
                Math.Max(WidestRow, bars));
        }
    }
}
