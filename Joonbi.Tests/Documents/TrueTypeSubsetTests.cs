using Joonbi.Infrastructure.Documents.Fonts;

namespace Joonbi.Tests.Documents;

internal sealed class TrueTypeSubsetTests
{
    private static readonly TrueTypeFont Whole = TrueTypeFont.Embedded("Pretendard-Regular.ttf");

    [Test]
    public void Maps_the_asked_characters_to_the_same_glyphs_and_no_others()
    {
        var subset = Subset("견적 ₩똠");

        Assert.That(subset.Glyphs.Keys, Is.EquivalentTo("견적 ₩똠".Select(c => (int)c)));
        Assert.That(subset.Glyphs, Has.All.Matches<KeyValuePair<int, int>>(pair => Whole.Glyphs[pair.Key] == pair.Value));
    }

    [Test]
    public void Keeps_outline_and_width_of_what_is_used()
    {
        var subset = Subset("견");
        var glyph = subset.Glyphs['견'];

        Assert.That(subset.OutlineOf(glyph).StartsWith(Whole.OutlineOf(glyph)));
        Assert.That(subset.AdvanceOf(glyph), Is.EqualTo(Whole.AdvanceOf(glyph)));
    }

    [Test]
    public void Empties_what_is_not_used()
    {
        var subset = Subset("견");

        Assert.That(subset.OutlineOf(Whole.Glyphs['적']).IsEmpty);
        Assert.That(subset.GlyphCount, Is.EqualTo(Whole.GlyphCount));
    }

    [Test]
    public void Keeps_the_parts_that_a_glyph_is_assembled_from()
    {
        var (character, parts) = Whole.Glyphs
            .Select(pair => (pair.Key, Parts: CompositeGlyph.PartsOf(Whole.OutlineOf(pair.Value))))
            .First(glyph => glyph.Parts.Count > 1);

        var subset = TrueTypeSubset.Of(Whole, [character], "Test");

        Assert.That(parts, Has.All.Matches<int>(part => !new TrueTypeFont(subset).OutlineOf(part).IsEmpty));
    }

    [Test]
    public void Leaves_out_characters_that_the_font_lacks() => Assert.That(Subset("가😀").Glyphs.Keys, Is.EqualTo([(int)'가']));

    [Test]
    public void Does_not_depend_on_the_order_of_the_characters() =>
        Assert.That(TrueTypeSubset.Of(Whole, [.. "다나가"], "Test"), Is.EqualTo(TrueTypeSubset.Of(Whole, [.. "가나다"], "Test")));

    [Test]
    public void Tabular_figures_are_all_of_one_width()
    {
        var figures = Whole.WithTabularFigures();

        var widths = "0123456789".Select(digit => figures.AdvanceOf(figures.Glyphs[digit])).Distinct();

        Assert.That(widths.Count(), Is.EqualTo(1));
        Assert.That(Whole.AdvanceOf(Whole.Glyphs['1']), Is.LessThan(Whole.AdvanceOf(Whole.Glyphs['0'])), "the usual digits differ");
    }

    private static TrueTypeFont Subset(string text) => new(TrueTypeSubset.Of(Whole, text.EnumerateRunes().Select(rune => rune.Value), "Test"));
}
