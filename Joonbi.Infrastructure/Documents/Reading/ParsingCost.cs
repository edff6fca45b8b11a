namespace Joonbi.Infrastructure.Documents.Reading;

/// <summary>
/// Parts of the parser are quadratic: each opening bracket looks for its end in the rest of the paragraph, and each row of a table
/// is filled up to the widest. 200,000 characters of <c>[a](</c> take it over 20 seconds, 2,000 columns by 10,000 rows all memory.
/// Both grow with a paragraph, a stretch of lines without a blank one, and are cheap to foresee.
/// </summary>
internal static class ParsingCost
{
    /// <summary>Brackets times characters: at most half a second. A full page of links costs a hundredth of it.</summary>
    private const long MaxBracketWork = 200_000_000;

    /// <summary>Ten columns by two thousand rows: far more than a page limit lets through anyway.</summary>
    private const long MaxCells = 20_000;

    public static bool IsExcessive(string text)
    {
        long brackets = 0, length = 0, rows = 0, widest = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                (brackets, length, rows, widest) = (0, 0, 0, 0);
                continue;
            }

            var bars = line.Count('|');
            brackets += line.Count('[') + line.Count('(') + line.Count('<');
            length += line.Length;
            rows += bars > 0 ? 1 : 0;
            widest = Math.Max(widest, bars);
            if (brackets * length > MaxBracketWork || rows * widest > MaxCells)
                return true;
        }

        return false;
    }
}
