using SkiaSharp;

namespace Joonbi.Infrastructure.Documents.Typography;

/// <summary>
/// One step of the type scale, in points. Leading is the way from one baseline to the next; tracking is added after each character,
/// since large type wants to stand a little closer; tabular makes all digits as wide as a zero, so that amounts stand in columns.
/// </summary>
internal sealed record TextType(
    float Size, float Leading, SKColor Colour, bool Bold = false, float Tracking = 0, bool Tabular = false)
{
    /// <summary>Pretendard's letters reach 0.95 above and 0.24 below the baseline; half the difference centres them in the line.</summary>
    private const float CentreToBaseline = 0.355f;

    /// <summary>From the top of a line to its baseline.</summary>
    public float Baseline => Leading / 2 + Size * CentreToBaseline;
}
