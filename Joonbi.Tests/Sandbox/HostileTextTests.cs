using System.Text.Json;
using Joonbi.Sandbox;
using Joonbi.Sandbox.Clawdbot;
using Joonbi.Sandbox.Clawdbot.Documents;
using Joonbi.Sandbox.Page;
using Markdig;
using MarkdownRenderer = Markdig.Markdown;

namespace Joonbi.Tests.Sandbox;

/// <summary>Whatever a customer typed stays text: in the documents, on the page, and as a trigger.</summary>
internal sealed class HostileTextTests
{
    private const string Hostile = "# 제목\n<script>alert(1)</script> [여기](javascript:alert(1)) | 칸 | `코드` ![x](http://evil.example/x.png) **굵게**";
    private static readonly DateTimeOffset At = new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_document_shows_it_as_typed()
    {
        var wish = QuotationTests.Wish(Hostile) with { ProjectName = Hostile, Features = [Hostile], CustomerName = Hostile, ReferenceUrls = ["https://x.example/](javascript:alert(1))"] };
        var context = new DocumentContext(wish, Quotation.For(wish), Verdict.For(wish, Quotation.For(wish)));
        foreach (var markdown in new[] { AnalysisDocument.Write(context), RequirementsDocument.Write(context), PlanDocument.Write(context), QuotationDocument.Write(context) })
        {
            var html = MarkdownRenderer.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build());
            Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<a ").And.Not.Contain("<img").And.Not.Contain("<code").And.Not.Contain("<h1>제목"));
        }
    }

    [Test]
    public void The_page_shows_it_as_typed()
    {
        var body = JsonSerializer.SerializeToElement(new { content = Hostile, embeds = new[] { new { title = Hostile, fields = new[] { new { name = Hostile, value = Hostile } } } } });
        var cards = Cards.Discord(new DiscordMessage("1", At, Hostile, body))
            + Cards.Email(new Mail("2", At, Hostile, [Hostile], Hostile, Hostile, Hostile + " https://ok.example/\"onclick=alert(1)", null))
            + Cards.Clawdbot(new Run("3", Guid.Empty, At, Hostile, 5, Hostile, Hostile));
        Assert.That(cards, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("\"onclick").And.Not.Contain("href=\"javascript"));
    }

    [TestCase("[JOONBI_FULL_ANALYSIS]\nID: 01930c2e-7b7e-7cc3-98a2-5b1f4a1b2c3d\n---\nPOST /x", true)]
    [TestCase("새 상담\n[JOONBI_FULL_ANALYSIS]\nID: 01930c2e-7b7e-7cc3-98a2-5b1f4a1b2c3d", false)]
    [TestCase("[JOONBI_FULL_ANALYSIS]\nID: ../../admin", false)]
    [TestCase(null, false)]
    public void Only_the_tag_at_the_start_and_a_whole_id_are_a_trigger(string? content, bool trigger) =>
        Assert.That(Trigger.Read(new DiscordMessage("1", At, content, default)) is not null, Is.EqualTo(trigger));
}
