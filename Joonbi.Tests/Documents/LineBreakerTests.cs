using Joonbi.Infrastructure.Documents.Typography;

namespace Joonbi.Tests.Documents;

internal sealed class LineBreakerTests
{
    [TestCase("가나 다라 마바", "가나 다라|마바", TestName = "Breaks_between_words")]
    [TestCase("가나 다라마바사", "가나|다라마바사", TestName = "Moves_a_whole_word_down")]
    [TestCase("가나다라마바사아", "가나다라마|바사아", TestName = "Cuts_a_word_wider_than_the_line")]
    [TestCase("가나다라마. 바", "가나다라|마. 바", TestName = "Never_starts_a_line_with_a_full_stop")]
    [TestCase("가나다라(마바)", "가나다라|(마바)", TestName = "Never_ends_a_line_with_an_opening_bracket")]
    [TestCase("가나다 ) 라마", "가나다 )|라마", TestName = "Keeps_a_closing_bracket_at_its_line")]
    [TestCase("))))))))", ")))))|)))", TestName = "Gives_in_where_there_is_only_punctuation")]
    [TestCase("가\n나", "가|나", TestName = "Breaks_where_the_author_breaks")]
    [TestCase("가나다라마  바", "가나다라마|바", TestName = "Drops_the_spaces_at_a_break")]
    public void Breaks(string text, string lines) => Assert.That(Read(LineBreaker.Break(Glyphs(text), 5)), Is.EqualTo(lines));

    [Test]
    public void Cuts_code_where_the_line_is_full_and_keeps_its_spaces() =>
        Assert.That(Read(LineBreaker.Cut(Glyphs("  ab cdef"), 5)), Is.EqualTo("  ab |cdef"));

    [Test]
    public void Places_at_least_one_character_on_a_line_too_narrow_for_any() =>
        Assert.That(Read(LineBreaker.Break(Glyphs("가나"), 0.5f)), Is.EqualTo("가|나"));

    private static Glyph[] Glyphs(string text) =>
        [.. text.EnumerateRunes().Select(rune => new Glyph(rune, Face.Regular, 10, rune.Value is '\n' ? 0 : 1, default))];

    private static string Read(IEnumerable<Line> lines) =>
        string.Join('|', lines.Select(line => string.Concat(line.Glyphs.Select(glyph => glyph.Character.ToString()))));
}
