namespace Joonbi.Infrastructure.Documents.Layout;

/// <summary>A4 and its margins, in points.</summary>
internal static class Sheet
{
    public const float Width = 595.276f;
    public const float Height = 841.89f;
    public const float Left = 64;
    public const float Top = 66;
    public const float Bottom = Height - 82;
    public const float FooterTop = Height - 54;
    public const float TextWidth = Width - 2 * Left;
    public const float TextHeight = Bottom - Top;
}
