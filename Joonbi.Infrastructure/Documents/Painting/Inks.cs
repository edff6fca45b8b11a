using Joonbi.Infrastructure.Documents.Fonts;
using Joonbi.Infrastructure.Documents.Layout;
using Joonbi.Infrastructure.Documents.Typography;
using SkiaSharp;

namespace Joonbi.Infrastructure.Documents.Painting;

/// <summary>The Skia objects of one document: subset typefaces, sized fonts, coloured paints. Made when first used, disposed together.</summary>
internal sealed class Inks : IDisposable
{
    private readonly Dictionary<Face, SKTypeface> typefaces = [];
    private readonly Dictionary<(Face, float, bool), SKFont> fonts = [];
    private readonly Dictionary<SKColor, SKPaint> paints = [];

    /// <summary>Subsets each face to what the pages really say.</summary>
    public static Inks For(List<List<Mark>> pages, FontShelf shelf)
    {
        var inks = new Inks();
        foreach (var texts in pages.SelectMany(page => page).OfType<TextMark>().GroupBy(text => text.Face))
        {
            var characters = texts.SelectMany(text => text.Text.EnumerateRunes()).Select(rune => rune.Value).ToHashSet();
            using var data = SKData.CreateCopy(TrueTypeSubset.Of(shelf[texts.Key], characters, FontShelf.NameOf(texts.Key)));
            inks.typefaces[texts.Key] = SKTypeface.FromData(data);
        }

        return inks;
    }

    public SKFont Font(TextMark text)
    {
        var key = (text.Face, text.Size, text.Slanted);
        if (!fonts.TryGetValue(key, out var font))
            fonts[key] = font = new SKFont(typefaces[text.Face], text.Size)
            {
                Subpixel = true,
                LinearMetrics = true,
                Hinting = SKFontHinting.None,
                SkewX = text.Slanted ? HouseStyle.Slant : 0,
            };
        return font;
    }

    public SKPaint Paint(SKColor colour)
    {
        if (!paints.TryGetValue(colour, out var paint))
            paints[colour] = paint = new SKPaint { Color = colour, IsAntialias = true };
        return paint;
    }

    public void Dispose()
    {
        foreach (var owned in fonts.Values.Concat<IDisposable>(paints.Values).Concat(typefaces.Values))
            owned.Dispose();
    }
}
