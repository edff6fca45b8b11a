namespace Joonbi.Api.CommandLine;

/// <summary>Columns for a terminal, where a Hangul syllable is two cells wide.</summary>
internal sealed class TextTable(params string[] head)
{
    private readonly List<string[]> rows = [head];

    public void Add(params string[] row) => rows.Add(row);

    public void Write(TextWriter output)
    {
        var widths = head.Select((_, column) => rows.Max(row => Cells(row[column]))).ToArray();
        foreach (var (index, row) in rows.Index())
        {
            output.WriteLine(string.Join("  ", row.Select((text, column) => text + new string(' ', widths[column] - Cells(text)))).TrimEnd());
            if (index == 0)
                output.WriteLine(string.Join("  ", widths.Select(width => new string('─', width))));
        }
    }

    private static int Cells(string text) => text.Sum(letter => letter is (>= 'ᄀ' and <= 'ᅟ') or (>= '⺀' and <= '꓏') or (>= '가' and <= '힣') or (>= '＀' and <= '｠') ? 2 : 1);
}
