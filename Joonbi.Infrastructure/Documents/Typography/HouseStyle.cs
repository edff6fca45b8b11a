using SkiaSharp;

namespace Joonbi.Infrastructure.Documents.Typography;

/// <summary>The look of the house: colours, type scale and the space between things. Everything a designer would want to change is here.</summary>
internal static class HouseStyle
{
    public static readonly SKColor Ink = new(0x1B, 0x1F, 0x2A);
    public static readonly SKColor Muted = new(0x6B, 0x72, 0x80);
    public static readonly SKColor Accent = new(0x2B, 0x4A, 0xCB);
    public static readonly SKColor Hairline = new(0xDD, 0xE1, 0xE8);
    public static readonly SKColor Wash = new(0xF4, 0xF6, 0xFA);
    public static readonly SKColor CodeWash = new(0xEE, 0xF1, 0xF6);

    public static readonly TextType Body = new(10.2f, 17.2f, Ink);
    public static readonly TextType Bullet = new(10.2f, 17.2f, Accent, Bold: true);
    public static readonly TextType CheckBox = new(13, 17.2f, Accent);
    public static readonly TextType Code = new(8.8f, 14, Ink);
    public static readonly TextType Footer = new(8, 12, Muted, Tabular: true);

    public static readonly TextType CoverBrand = new(11, 16, Ink, Bold: true);
    public static readonly TextType CoverTitle = new(40, 52, Ink, Bold: true, Tracking: -0.8f);
    public static readonly TextType CoverProject = new(17, 26, Muted, Tracking: -0.2f);
    public static readonly TextType CoverLabel = new(8.5f, 14, Muted);
    public static readonly TextType CoverFact = new(11, 18, Ink, Bold: true);

    /// <summary>Inline code next to Hangul of the same size looks too large.</summary>
    public const float InlineCodeScale = 0.92f;

    /// <summary>The lean of italics: neither font has a drawn italic, and Hangul knows none.</summary>
    public const float Slant = -0.2f;

    public const float ParagraphGap = 8;
    public const float ListGap = 7;
    public const float ItemGap = 3.5f;
    public const float BlockGap = 13;
    public const float RuleThickness = 0.6f;
    public const float ListIndent = 17;
    public const float QuoteIndent = 14;
    public const float CodePadding = 10;
    public const float CellPaddingY = 5;

    private static readonly TextType[] Headings =
    [
        new(21, 30, Ink, Bold: true, Tracking: -0.35f),
        new(15, 23, Ink, Bold: true, Tracking: -0.2f),
        new(12, 19, Accent, Bold: true),
        new(10.6f, 17.5f, Ink, Bold: true),
        new(10.2f, 17.2f, Muted, Bold: true),
    ];

    private static readonly float[] HeadingGaps = [30, 27, 19, 15, 13];

    public static TextType Heading(int level) => Headings[Math.Min(level, Headings.Length) - 1];

    public static float HeadingGap(int level) => HeadingGaps[Math.Min(level, HeadingGaps.Length) - 1];

    /// <summary>A table of many columns is set smaller rather than broken inside its words.</summary>
    public static TextType Cell(int columns) =>
        columns <= 5 ? new(9.3f, 14.6f, Ink, Tabular: true)
        : columns <= 8 ? new(8.3f, 13, Ink, Tabular: true)
        : new(7, 11, Ink, Tabular: true);

    public static float CellPaddingX(int columns) => columns <= 8 ? 7 : 3;
}
