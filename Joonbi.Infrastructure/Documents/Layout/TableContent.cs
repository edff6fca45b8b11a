using Joonbi.Application.Documents;
using Joonbi.Infrastructure.Documents.Reading;
using Joonbi.Infrastructure.Documents.Typography;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>A row of a total is told by its first words being bold, as authors of Markdown write it: <c>| **합계** | … |</c>.</summary>
internal sealed record TableRowContent(bool IsHead, bool IsTotal, IReadOnlyList<List<Run>> Cells);

/// <summary>The text of a table as a full rectangle, whatever cells the Markdown left out, and how each column is aligned.</summary>
internal sealed record TableContent(IReadOnlyList<TableRowContent> Rows, IReadOnlyList<TableColumnAlign> Alignments)
{
    /// <summary>On A4 more columns leave room for no word at all.</summary>
    private const int MaxColumns = 24;

    public int Columns => Alignments.Count;

    public IEnumerable<TableRowContent> Head => Rows.Where(row => row.IsHead);

    public IEnumerable<TableRowContent> Body => Rows.Where(row => !row.IsHead);

    public static TableContent Of(Table table, InlineReader inlines)
    {
        var rows = table.OfType<TableRow>().ToList();
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        if (columns > MaxColumns)
            throw UnprintableDocumentException.TooConvoluted();

        var contents = rows.Select(row => Read(row, columns, inlines)).ToList();
        var alignments = Enumerable.Range(0, columns).Select(column => Alignment(table, contents, column)).ToList();
        return new TableContent(contents, alignments);
    }

    private static TableRowContent Read(TableRow row, int columns, InlineReader inlines)
    {
        var cells = row.OfType<TableCell>()
            .Select(cell => cell.OfType<LeafBlock>().SelectMany(leaf => inlines.Read(leaf.Inline)).ToList())
            .ToList();
        while (cells.Count < columns)
            cells.Add([]);
        var isTotal = !row.IsHeader && cells[0].Find(run => !string.IsNullOrWhiteSpace(run.Text)).Style.Bold;
        return new TableRowContent(row.IsHeader, isTotal, cells);
    }

    /// <summary>A column of nothing but amounts is aligned to the right even if its author did not say so.</summary>
    private static TableColumnAlign Alignment(Table table, List<TableRowContent> rows, int column)
    {
        var written = column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
        if (written is { } alignment)
            return alignment;

        var texts = rows.Where(row => !row.IsHead).Select(row => TextOf(row.Cells[column])).Where(text => text.Length > 0).ToList();
        return texts.Count > 0 && texts.TrueForAll(IsAmount) ? TableColumnAlign.Right : TableColumnAlign.Left;
    }

    private static string TextOf(List<Run> cell) => string.Concat(cell.Select(run => run.Text)).Trim();

    private static bool IsAmount(string text) =>
        text.Length <= 24 && text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || ",. +-−%₩$€원개월일건식회명시간".Contains(c));
}
