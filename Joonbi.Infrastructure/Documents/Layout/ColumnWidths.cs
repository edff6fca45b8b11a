namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>What the cells of a column ask for: room for the longest word, and room for the longest text on one line.</summary>
internal readonly record struct ColumnNeed(float Word, float Text);

/// <summary>
/// Shares the width of a table among its columns by their content: as much as the text wants if there is enough for all,
/// else at least the longest word, and the rest to those that have most to wrap.
/// </summary>
internal static class ColumnWidths
{
    public static float[] Of(IReadOnlyList<ColumnNeed> needs, float width)
    {
        var texts = needs.Sum(need => need.Text);
        var words = needs.Sum(need => need.Word);
        if (texts <= width)
            return Widened(needs, width - texts);
        if (words >= width)
            return [.. needs.Select(need => need.Word * width / words)];

        var share = (width - words) / (texts - words);
        return [.. needs.Select(need => need.Word + (need.Text - need.Word) * share)];
    }

    /// <summary>What is left over goes to all alike in proportion, so that a short table still spans the page.</summary>
    private static float[] Widened(IReadOnlyList<ColumnNeed> needs, float spare)
    {
        var texts = needs.Sum(need => need.Text);
        return [.. needs.Select(need => need.Text + spare * need.Text / texts)];
    }
}
