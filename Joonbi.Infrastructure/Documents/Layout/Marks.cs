using Joonbi.Infrastructure.Documents.Typography;
using SkiaSharp;

namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>Something with a place on the page. Three kinds are enough: even a line under a link is a thin box.</summary>
internal abstract record Mark
{
    public abstract Mark Moved(float x, float y);
}

/// <summary>Text of one face and size, with the place of each character right of <paramref name="X"/>.</summary>
internal sealed record TextMark(
    float X, float Baseline, string Text, float[] Places, Face Face, float Size, bool Slanted, SKColor Colour) : Mark
{
    public override Mark Moved(float x, float y) => this with { X = X + x, Baseline = Baseline + y };
}

internal sealed record BoxMark(SKRect Area, SKColor Fill) : Mark
{
    public override Mark Moved(float x, float y)
    {
        var area = Area;
        area.Offset(x, y);
        return this with { Area = area };
    }

    /// <summary>Boxes that touch are drawn as one: viewers show a hair of white between two.</summary>
    public bool ContinuesBelow(BoxMark above) =>
        Fill == above.Fill && Area.Left == above.Area.Left && Area.Right == above.Area.Right
        && MathF.Abs(Area.Top - above.Area.Bottom) < 0.01f;

    public BoxMark ExtendedTo(BoxMark below) =>
        this with { Area = new SKRect(Area.Left, Area.Top, Area.Right, below.Area.Bottom) };
}

internal sealed record LinkMark(SKRect Area, string Address) : Mark
{
    public override Mark Moved(float x, float y)
    {
        var area = Area;
        area.Offset(x, y);
        return this with { Area = area };
    }
}
