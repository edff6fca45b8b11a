using Joonbi.Application.Documents;

namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>Fills pages with strips from the top, and turns the page before what must not be torn apart.</summary>
internal sealed class PageFlow(List<List<Mark>> pages, CancellationToken ct)
{
    private List<Mark> page = [];
    private List<int> boxesAbove = [];
    private float y = float.MaxValue;

    /// <exception cref="UnprintableDocumentException">More pages than a document may have.</exception>
    public void Fill(IEnumerable<Strip> strips)
    {
        List<Strip> unit = [];
        foreach (var strip in strips)
        {
            unit.Add(strip);
            if (strip.KeepsWithNext)
                continue;
            PlaceTogether(unit);
            unit.Clear();
        }

        PlaceTogether(unit);
    }

    private void PlaceTogether(List<Strip> unit)
    {
        var height = unit.Sum(strip => strip.Gap + strip.Height);
        if (unit.Count > 0 && height <= Sheet.TextHeight && !Fits(height))
            TurnPage(unit[0]);
        foreach (var strip in unit)
        {
            if (!Fits(strip.Gap + strip.Height))
                TurnPage(strip);
            Place(strip);
        }
    }

    private void Place(Strip strip)
    {
        y += y > Sheet.Top ? strip.Gap : 0;
        List<int> boxes = [];
        foreach (var mark in strip.Marks)
            Place(mark.Moved(Sheet.Left, y), boxes);
        boxesAbove = boxes;
        y += strip.Height;
    }

    private void Place(Mark mark, List<int> boxes)
    {
        if (mark is not BoxMark box)
        {
            page.Add(mark);
            return;
        }

        var above = boxesAbove.FindIndex(index => box.ContinuesBelow((BoxMark)page[index]));
        if (above < 0)
        {
            boxes.Add(page.Count);
            page.Add(box);
            return;
        }

        var index = boxesAbove[above];
        page[index] = ((BoxMark)page[index]).ExtendedTo(box);
        boxes.Add(index);
    }

    private bool Fits(float height) => y + height <= Sheet.Bottom;

    private void TurnPage(Strip next)
    {
        ct.ThrowIfCancellationRequested();
        if (pages.Count == DocumentSource.MaxPages)
            throw UnprintableDocumentException.TooManyPages();

        pages.Add(page = []);
        boxesAbove = [];
        y = Sheet.Top;
        foreach (var head in next.RepeatedHead)
            Place(head);
    }
}
