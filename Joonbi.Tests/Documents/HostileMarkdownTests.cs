using Joonbi.Application.Documents;

namespace Joonbi.Tests.Documents;

/// <summary>Texts that were seen to cost the parser minutes, gigabytes or the stack. Each must be printed or refused in moments.</summary>
internal sealed class HostileMarkdownTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    private static IEnumerable<TestCaseData> Texts()
    {
        foreach (var unit in (string[])
            [
                ">", "> - ", "- ", "1. ", "[", "![", "[a](", "![a](", "[a]: b\n", "[a](b \"", "*", "*a ", "**a ", "a**b", "*a _b ", "~~a", "_",
                "`a``", "`a` ", "<", "<a ", "a<!--", "a<?", "a<![CDATA[", "|", "a|", "a|b\n", "a|[", "&#x202E;", "```\n", "http://", "http://a.b/((",
                "http://a.b/ ", "www.a.b ", "mailto:a@b.c ", "a@b.c ", "tel:1 ", "\\", "# a\n", "---\n", "a\n", "\t", "\0", "- [ ] a\n", "가", ")", "😀", "\ud83d", "|a|b|\n|-|-|\n|1|2|\n\n",
            ])
            yield return Case(unit, Repeated(unit));

        yield return Case("quotes of 60 levels", Repeated(new string('>', 60) + "a\n\n"));
        yield return Case("lists of 400 levels", string.Join('\n', Enumerable.Range(0, 400).Select(i => new string(' ', 2 * i) + "- a")));
        yield return Case("2,000 columns", string.Concat(Enumerable.Repeat("|a", 2_000)) + "\n" + string.Concat(Enumerable.Repeat("|-", 2_000)) + "\n" + string.Concat(Enumerable.Repeat("|\n", 10_000)));
        yield return Case("half links in many paragraphs", Repeated(string.Concat(Enumerable.Repeat("[a](", 700)) + "\n\n"));
    }

    [TestCaseSource(nameof(Texts))]
    public void Is_printed_or_refused_in_moments(string markdown)
    {
        using var time = new CancellationTokenSource(Generous);
        Exception? failure = null;
        // The stack of a thread of the pool under musl, the smallest that the service may meet.
        var thread = new Thread(() => failure = FailureOf(markdown, time.Token), 1_500_000);

        thread.Start();

        Assert.That(thread.Join(Generous), "It took longer than any caller waits.");
        Assert.That(failure, Is.Null.Or.TypeOf<UnprintableDocumentException>());
    }

    [TestCase("가", DocumentSource.MaxCharacters + 1, "DOCUMENT_TOO_LARGE")]
    [TestCase("가", 10_000_000, "DOCUMENT_TOO_LARGE")]
    [TestCase("---\n\n가\n\n", 50_000, "DOCUMENT_TOO_MANY_PAGES")]
    [TestCase("> ", 34, "DOCUMENT_TOO_CONVOLUTED")]
    [TestCase("[a](", 100_000, "DOCUMENT_TOO_CONVOLUTED")]
    [TestCase("|a", 60, "DOCUMENT_TOO_CONVOLUTED")]
    public void Tells_why_in_Korean_and_in_a_code(string unit, int length, string code)
    {
        var text = Repeated(unit, length);
        var markdown = unit == "|a" ? $"{text}|\n{text.Replace('a', '-')}|\n" : text + "끝";

        var refusal = Assert.Throws<UnprintableDocumentException>(() => Printed.Render(markdown))!;

        Assert.That(refusal.Code, Is.EqualTo(code));
        Assert.That(refusal.Message, Does.Match("[가-힣]"));
    }

    [Test]
    public void Allows_what_people_write()
    {
        var links = string.Concat(Enumerable.Repeat("자세한 내용은 [계약서](https://example.com/contract)를 보십시오. ", 300));
        var rows = string.Concat(Enumerable.Repeat("| **표준** [문서](https://a.b) | 1,250 | `150,000` |\n", 500));
        var nested = string.Join('\n', Enumerable.Range(0, 10).Select(i => new string(' ', 2 * i) + "- 항목"));

        Assert.DoesNotThrow(() => Printed.Render($"{links}\n\n| 가 | 나 | 다 |\n|---|---|---|\n{rows}\n\n{nested}"));
    }

    [Test]
    public void Leaves_out_marks_that_turn_the_direction_of_text()
    {
        var printed = Printed.From("지급 \u202E00,1\u202C 원 &#x202E;끝\u2066\u200F\u0007");

        Assert.That(printed.Body, Does.Contain("지급 00,1 원 끝"));
    }

    [Test]
    public void Stops_when_the_caller_has_gone() =>
        Assert.Throws<OperationCanceledException>(() => Printed.Render("가", new CancellationToken(canceled: true)));

    private static Exception? FailureOf(string markdown, CancellationToken ct)
    {
        try
        {
            Printed.Render(markdown, ct);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private static TestCaseData Case(string name, string markdown) =>
        new TestCaseData(markdown).SetArgDisplayNames(name.Replace("\n", "\\n").Replace("\0", "\\0").Replace("\ud83d", "half an emoji"));

    private static string Repeated(string unit, int length = DocumentSource.MaxCharacters) =>
        string.Concat(Enumerable.Repeat(unit, length / unit.Length));
}
