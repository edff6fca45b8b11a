using Joonbi.Domain.Files;

namespace Joonbi.Tests.Files;

internal sealed class FileNamesTests
{
    [TestCase("견적서.pdf", "견적서.pdf")]
    [TestCase("../../etc/passwd", "passwd")]
    [TestCase(@"C:\Users\kim\사진.png", "사진.png")]
    [TestCase("/", "파일")]
    [TestCase("", "파일")]
    [TestCase("..", "파일")]
    [TestCase(".htaccess", "htaccess")]
    [TestCase("a\0b\r\nc.txt", "ab  c.txt")]
    [TestCase("a\"b<c>:d|e?f*.txt", "a_b_c__d_e_f_.txt")]
    [TestCase("gpj.\u202Eexe", "gpj.exe", Description = "marks of direction hide an extension")]
    [TestCase("  메뉴판 .pdf  ", "메뉴판 .pdf")]
    [TestCase("\u1112\u1161\u11AB\u1100\u1173\u11AF.txt", "한글.txt", Description = "as a Mac spells it")]
    [TestCase("😀.png", "😀.png")]
    public void Cleans(string name, string clean) => Assert.That(FileNames.Clean(name), Is.EqualTo(clean));

    [Test]
    public void Leaves_half_a_character_out() => Assert.That(FileNames.Clean("\ud83d메뉴.png"), Is.EqualTo("메뉴.png"));

    [Test]
    public void Cuts_a_long_name_before_its_extension_and_halves_no_character()
    {
        var clean = FileNames.Clean(string.Concat(Enumerable.Repeat("😀", 150)) + ".hwpx");

        Assert.That(clean, Has.Length.LessThanOrEqualTo(FileNames.MaxLength).And.EndsWith("😀.hwpx"));
    }
}
