using SkiaSharp;

namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>
/// What the page flow handles: a band across the column, one line high, that never breaks. All rules of paging are told by strips:
/// headings and first lines keep with the next one, a table's rows carry the head to be repeated.
/// </summary>
internal sealed record Strip(float Height, IReadOnlyList<Mark> Marks)
{
    /// <summary>Space above, left out at the top of a page.</summary>
    public float Gap { get; init; }

    public bool KeepsWithNext { get; init; }

    /// <summary>Stands again at the top of each page that this strip begins.</summary>
    public IReadOnlyList<Strip> RepeatedHead { get; init; } = [];

    public static Strip Space(float height) => new(height, []);

    /// <summary>With marks drawn beneath its own.</summary>
    public Strip Over(params Mark[] marks) => this with { Marks = [.. marks, .. Marks] };

    public Strip With(IEnumerable<Mark> marks) => this with { Marks = [.. Marks, .. marks] };

    /// <summary>The gap made part of the strip, so that a background can cover it.</summary>
    public Strip WithGapInside() => this with
    {
        Gap = 0,
        Height = Height + Gap,
        Marks = [.. Marks.Select(mark => mark.Moved(0, Gap))],
    };

    public SKRect Band(float left, float width) => SKRect.Create(left, 0, width, Height);
}

internal static class Strips
{
    public static List<Strip> WithGap(this List<Strip> strips, float gap)
    {
        if (strips.Count > 0)
            strips[0] = strips[0] with { Gap = gap };
        return strips;
    }

    /// <summary>Neither the first nor the last line of a paragraph stands alone on a page.</summary>
    public static List<Strip> WithoutWidows(this List<Strip> strips)
    {
        if (strips.Count > 1)
        {
            strips[0] = strips[0] with { KeepsWithNext = true };
            strips[^2] = strips[^2] with { KeepsWithNext = true };
        }

        return strips;
    }

    public static List<Strip> Together(this List<Strip> strips)
    {
        for (var i = 0; i < strips.Count - 1; i++)
            strips[i] = strips[i] with { KeepsWithNext = true };
        return strips;
    }
}
