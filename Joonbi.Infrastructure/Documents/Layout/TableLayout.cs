using Joonbi.Infrastructure.Documents.Reading;
using Joonbi.Infrastructure.Documents.Typography;
using Markdig.Extensions.Tables;
using SkiaSharp;

namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>
/// Tables without vertical lines: a wash behind the head and the totals, hairlines between rows, a strong rule below,
/// the head again on each page.
/// A row is as many strips as its tallest cell has lines, so that even a row longer than a page can be printed.
/// </summary>
internal sealed class TableLayout(Typesetter typesetter, InlineReader inlines)
{
    /// <summary>A table up to this share of a page moves to the next page rather than being cut.</summary>
    private const float KeptWhole = 0.3f;
    private const float TallestHead = 0.25f;
    private const float StrongRule = 1;

    public List<Strip> Lay(Table table, Frame frame)
    {
        var content = TableContent.Of(table, inlines);
        if (content.Columns == 0)
            return [];

        var type = HouseStyle.Cell(content.Columns);
        var widths = ColumnWidths.Of([.. Enumerable.Range(0, content.Columns).Select(column => Need(content, column, type, frame.Width))], frame.Width);
        var head = content.Head.SelectMany(row => LayRow(row, content, widths, type with { Bold = true }, frame)).ToList().Together();
        if (head.Count > 0)
            head[^1] = head[^1] with { KeepsWithNext = true };

        var repeated = head.Sum(strip => strip.Height) < Sheet.TextHeight * TallestHead ? head.ToArray() : [];
        List<Strip> strips = [.. head, .. content.Body
            .SelectMany(row => LayRow(row, content, widths, type with { Bold = row.IsTotal }, frame))
            .Select(strip => strip with { RepeatedHead = repeated })];
        strips[^1] = strips[^1].With([Rule(frame, strips[^1].Height - StrongRule, StrongRule, HouseStyle.Ink)]);
        return strips.Sum(strip => strip.Height) <= Sheet.TextHeight * KeptWhole ? strips.Together() : strips;
    }

    private ColumnNeed Need(TableContent content, int column, TextType type, float width)
    {
        var padding = 2 * HouseStyle.CellPaddingX(content.Columns);
        var (word, text) = (0f, 0f);
        foreach (var row in content.Rows)
        {
            var (cellWord, cellText) = typesetter.Extent(row.Cells[column], type with { Bold = row.IsHead || row.IsTotal });
            (word, text) = (Math.Max(word, cellWord), Math.Max(text, cellText));
        }

        // One endless word must not take the room of all other columns.
        return new ColumnNeed(Math.Min(word, width / (content.Columns + 1)) + padding, Math.Min(text, width) + padding);
    }

    private List<Strip> LayRow(TableRowContent row, TableContent content, float[] widths, TextType type, Frame frame)
    {
        var padding = HouseStyle.CellPaddingX(content.Columns);
        var cells = row.Cells.Select((cell, column) => typesetter.Lines(cell, type, widths[column] - 2 * padding)).ToList();
        var lineCount = Math.Max(1, cells.Max(lines => lines.Count));
        List<Strip> strips = [];
        for (var line = 0; line < lineCount; line++)
        {
            var top = line == 0 ? HouseStyle.CellPaddingY : 0;
            var height = top + type.Leading + (line == lineCount - 1 ? HouseStyle.CellPaddingY : 0);
            var marks = new List<Mark>();
            var left = frame.Left;
            for (var column = 0; column < widths.Length; left += widths[column++])
                if (line < cells[column].Count)
                    marks.AddRange(Cell(cells[column][line], content.Alignments[column], type, left + padding, widths[column] - 2 * padding, top));
            strips.Add(new Strip(height, marks));
        }

        strips[^1] = strips[^1].With([Rule(frame, strips[^1].Height - HouseStyle.RuleThickness, HouseStyle.RuleThickness, HouseStyle.Hairline)]);
        if (row.IsHead || row.IsTotal)
            strips = [.. strips.Select(strip => strip.Over(new BoxMark(strip.Band(frame.Left, frame.Width), HouseStyle.Wash)))];

        var isShort = strips.Sum(strip => strip.Height) < Sheet.TextHeight * KeptWhole;
        return isShort ? strips.Together() : strips;
    }

    private static List<Mark> Cell(Line line, TableColumnAlign alignment, TextType type, float left, float width, float top)
    {
        var spare = width - line.Width;
        var offset = alignment switch
        {
            TableColumnAlign.Right => spare,
            TableColumnAlign.Center => spare / 2,
            _ => 0,
        };
        return LineMarks.Of(line, type, left + offset, top);
    }

    private static BoxMark Rule(Frame frame, float y, float thickness, SKColor colour) =>
        new(SKRect.Create(frame.Left, y, frame.Width, thickness), colour);
}
