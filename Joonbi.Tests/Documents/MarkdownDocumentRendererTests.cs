using System.Text;
using UglyToad.PdfPig.Content;

namespace Joonbi.Tests.Documents;

[NonParallelizable]
internal sealed class MarkdownDocumentRendererTests
{
    [Test]
    public void Cover_names_the_document_the_project_the_day_and_the_house()
    {
        var cover = Printed.Quotation().Pages[0];

        Assert.That(cover, Does.Contain("견적서"));
        Assert.That(cover, Does.Contain("한빛물류 배차 플랫폼"));
        Assert.That(cover, Does.Contain("2026년 11월 23일"));
        Assert.That(cover, Does.Contain("준비스튜디오"));
    }

    [Test]
    public void Quotation_fits_five_pages_and_300_kilobytes()
    {
        var printed = Printed.Quotation();

        Assert.That(printed.Pages, Has.Count.EqualTo(5));
        Assert.That(printed.Bytes, Has.Length.LessThan(300_000));
        Assert.That(printed.Title, Is.EqualTo("견적서 · 한빛물류 배차 플랫폼"));
    }

    [Test]
    public void Prices_can_be_searched_in_one_piece([Values("11,520,000", "49,720,000", "45,200,000")] string price) =>
        Assert.That(Printed.Quotation().Words.SelectMany(page => page).Select(word => word.Text), Has.Some.EqualTo(price));

    [Test]
    public void Rare_syllables_and_signs_can_be_searched([Values("똠", "펲", "힣", "뷁", "쀍", "₩", "“", "”", "—", "甲", "①")] string sign) =>
        Assert.That(Printed.Quotation().Body, Does.Contain(sign));

    [Test]
    public void Every_syllable_of_Hangul_can_be_printed()
    {
        var syllables = Enumerable.Range(0xAC00, 11_172).Select(code => (char)code).Chunk(30).Select(chunk => new string(chunk)).ToList();

        var printed = Printed.From(string.Join("\n\n", syllables));

        Assert.That(syllables.Where(line => !printed.Body.Contains(line)), Is.Empty);
    }

    [Test]
    public void The_title_is_not_repeated_below_the_cover()
    {
        Assert.That(Printed.From("# 견적서\n\n본문").Pages[1], Does.StartWith("본문"));
        Assert.That(Printed.From("# 별첨\n\n본문").Pages[1], Does.StartWith("별첨"));
    }

    [Test]
    public void Each_page_but_the_cover_bears_its_number_and_the_project()
    {
        var pages = Printed.Quotation().Pages;

        Assert.That(pages[0], Does.Not.Contain("1 / 5"));
        Assert.That(pages[2], Does.Contain("3 / 5"));
        Assert.That(pages.Skip(1), Has.All.Contain("한빛물류 배차 플랫폼"));
    }

    [Test]
    public void The_head_of_a_table_is_repeated_on_each_of_its_pages()
    {
        var rows = Enumerable.Range(1, 80).Select(i => $"| 품목 {i} | {i},000 |");

        var printed = Printed.From("| 품목이름 | 금액 |\n|---|---|\n" + string.Join('\n', rows));

        Assert.That(printed.Pages, Has.Count.GreaterThan(3));
        Assert.That(printed.Pages.Skip(1), Has.All.Contain("품목이름"));
    }

    [Test]
    public void A_row_longer_than_a_page_is_continued()
    {
        var words = string.Join(' ', Enumerable.Range(1, 2_000).Select(i => $"낱말{i}"));

        var printed = Printed.From($"| 가 | 나 |\n|---|---|\n| 하나 | {words} |");

        Assert.That(printed.Body, Does.Contain("낱말1 ").And.Contain("낱말2000"));
    }

    [Test]
    public void Amounts_are_aligned_to_the_right_even_if_nobody_said_so()
    {
        var printed = Printed.From("| 항목 | 금액 |\n|---|---|\n| 가 | 1,000 |\n| 나 | 111,111,111 |");

        Word small = printed.Word("1,000"), large = printed.Word("111,111,111");
        Assert.That(small.BoundingBox.Right, Is.EqualTo(large.BoundingBox.Right).Within(1));
        Assert.That(small.BoundingBox.Left, Is.GreaterThan(large.BoundingBox.Left + 20));
    }

    [Test]
    public void A_heading_is_never_the_last_line_of_a_page()
    {
        for (var lines = 30; lines < 45; lines++)
        {
            var filled = string.Concat(Enumerable.Repeat("채움\n\n", lines));
            var printed = Printed.From(filled + "## 제목줄\n\n뒤따르는 문단");

            Assert.That(printed.Pages.Single(page => page.Contains("제목줄")), Does.Contain("뒤따르는 문단"), $"after {lines} lines");
        }
    }

    [Test]
    public void Only_web_and_mail_addresses_can_be_clicked()
    {
        var printed = Printed.From(
            "[웹](https://example.com/a?b=가) [메일](mailto:a@example.com) <http://example.com/> [나쁨](javascript:alert(1)) [파일](file:///etc/passwd) [안](#1)");

        Assert.That(printed.Links, Is.EqualTo(["https://example.com/a?b=%EA%B0%80", "mailto:a@example.com", "http://example.com/"]));
        Assert.That(printed.Body, Does.Contain("나쁨").And.Contain("파일"));
    }

    [Test]
    public void Pictures_are_named_and_not_fetched()
    {
        var printed = Printed.From("![배차 화면](http://127.0.0.1:1/dispatch.png)");

        Assert.That(printed.Body, Does.Contain("[그림: 배차 화면]"));
        Assert.That(printed.Links, Is.EqualTo(["http://127.0.0.1:1/dispatch.png"]));
    }

    [Test]
    public void HTML_is_printed_as_it_was_typed_and_only_breaks_lines()
    {
        var printed = Printed.From("앞<br/>뒤 List<string> <!-- 비밀 -->\n\n<script>alert(1)</script>\n\n<!-- 비밀 -->");

        Assert.That(printed.Body, Does.Contain("List<string>").And.Contain("<script>alert(1)</script>"));
        Assert.That(printed.Body, Does.Not.Contain("비밀").And.Not.Contain("<br"));
    }

    [Test]
    public void What_no_font_can_draw_becomes_a_box() => Assert.That(Printed.From("웃음 😀 끝").Body, Does.Contain("웃음 □ 끝"));

    [Test]
    public void Code_keeps_its_spaces_and_wraps()
    {
        var printed = Printed.From($"```\nif (a)\n    b();\n{new string('x', 300)}\n```");

        Assert.That(printed.Word("b();").BoundingBox.Left, Is.GreaterThan(printed.Word("if").BoundingBox.Left + 10));
        Assert.That(printed.Words[1].Select(word => word.BoundingBox.Right), Has.All.LessThan(595 - 63));
    }

    [Test]
    public void The_same_source_gives_the_same_bytes()
    {
        var markdown = Printed.QuotationMarkdown();

        var all = Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => Printed.Render(markdown)).ToList();

        Assert.That(all.Skip(1), Has.All.EqualTo(all[0]));
    }

    [Test]
    public void The_bytes_do_not_depend_on_the_time_zone_of_the_machine()
    {
        var here = Printed.Render("가");

        Assert.That(In("Asia/Seoul", () => Printed.Render("가")), Is.EqualTo(here));
        Assert.That(In("America/New_York", () => Printed.Render("가")), Is.EqualTo(here));
    }

    [Test]
    public void The_file_is_dated_by_the_document_in_Korea() =>
        Assert.That(Encoding.Latin1.GetString(Printed.Render("가")), Does.Contain("/CreationDate (D:20261123000000+09'00')"));

    [Test]
    public void A_long_name_neither_leaves_the_cover_nor_the_footer()
    {
        var name = string.Join(' ', Enumerable.Repeat("기나긴이름", 60));

        var printed = Printed.From(Printed.Source with { Title = name, ProjectName = name, Markdown = "본문" });

        Assert.That(printed.Words.SelectMany(page => page).Select(word => word.BoundingBox.Right), Has.All.LessThan(595 - 60));
        Assert.That(printed.Pages[1], Does.Contain("…"));
    }

    [Test]
    public void An_empty_text_gives_the_cover() => Assert.That(Printed.From("\0 \n\t").Pages, Has.Count.EqualTo(1));

    private static byte[] In(string zone, Func<byte[]> render)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            return render();
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
