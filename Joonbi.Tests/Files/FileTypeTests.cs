using Joonbi.Application.Files;

namespace Joonbi.Tests.Files;

internal sealed class FileTypeTests
{
    [TestCase("png", "로고.png", "image/png")]
    [TestCase("jpeg", "사진.JPG", "image/jpeg")]
    [TestCase("gif", "a.gif", "image/gif")]
    [TestCase("webp", "a.webp", "image/webp")]
    [TestCase("pdf", "메뉴판.pdf", "application/pdf")]
    [TestCase("docx", "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [TestCase("xlsx", "a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [TestCase("pptx", "a.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [TestCase("hwpx", "a.hwpx", "application/hwp+zip")]
    [TestCase("hwp", "a.hwp", "application/x-hwp")]
    [TestCase("hwp3", "a.hwp", "application/x-hwp")]
    [TestCase("zip", "a.zip", "application/zip")]
    [TestCase("utf8", "a.csv", "text/csv")]
    [TestCase("utf8", "a.txt", "text/plain")]
    [TestCase("cp949", "a.txt", "text/plain")]
    [TestCase("note", "a.txt", "text/plain")]
    public async Task Is_told_by_its_content(string kind, string name, string contentType)
    {
        var type = await TypeOf(Bytes.Of(kind), name);

        Assert.That((type?.ContentType, type?.Named(name)), Is.EqualTo((contentType, name)));
    }

    [TestCase("html")]
    [TestCase("fragment")]
    [TestCase("svg")]
    [TestCase("xml")]
    [TestCase("commented")]
    [TestCase("script")]
    [TestCase("exe")]
    [TestCase("elf")]
    [TestCase("msi")]
    [TestCase("macros")]
    [TestCase("broken zip")]
    [TestCase("wave")]
    [TestCase("utf16")]
    [TestCase("bell")]
    [TestCase("neither")]
    public async Task Is_nothing_that_is_taken_whatever_its_name_says(string kind)
    {
        foreach (var name in new[] { "a.png", "a.pdf", "a.txt", "a.csv", "a.docx" })
            Assert.That(await TypeOf(Bytes.Of(kind), name), Is.Null, name);
    }

    [TestCase("png", "page.html", "page.html.png")]
    [TestCase("utf8", "run.bat", "run.bat.txt")]
    [TestCase("utf8", "page.html", "page.html.txt")]
    [TestCase("zip", "app.jar", "app.jar.zip")]
    [TestCase("pdf", "메뉴판", "메뉴판.pdf")]
    public async Task A_name_that_says_something_else_gets_the_right_ending(string kind, string name, string right) =>
        Assert.That((await TypeOf(Bytes.Of(kind), name))!.Named(name), Is.EqualTo(right));

    [Test]
    public async Task A_letter_may_lie_across_two_reads()
    {
        var text = "a" + new string('가', 100_000);

        Assert.That(await TypeOf(System.Text.Encoding.UTF8.GetBytes(text), "a.txt"), Is.Not.Null);
        Assert.That(await TypeOf(System.Text.CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(text), "a.txt"), Is.Not.Null);
    }

    [Test]
    public async Task Of_an_archive_with_very_many_entries_only_a_piece_is_read()
    {
        var bytes = Bytes.Zip([.. Enumerable.Range(0, 20_000).Select(i => $"{i}"), "word/document.xml"]);

        Assert.That((await TypeOf(bytes, "a.zip"))?.ContentType, Is.EqualTo("application/zip"));
    }

    private static Task<FileType?> TypeOf(byte[] bytes, string name) => FileType.Of(new MemoryStream(bytes), name, default);
}
