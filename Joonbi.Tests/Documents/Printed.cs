using Joonbi.Application.Documents;
using Joonbi.Infrastructure.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Joonbi.Tests.Documents;

/// <summary>A document printed and read back, as a customer's viewer and its search would read it.</summary>
internal sealed class Printed
{
    private static readonly MarkdownDocumentRenderer Renderer = new();

    /// <summary>A document as it was downloaded.</summary>
    public Printed(byte[] bytes)
    {
        Bytes = bytes;
        using var pdf = PdfDocument.Open(bytes);
        Pages = [.. pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page))];
        Words = [.. pdf.GetPages().Select(page => page.GetWords().ToList())];
        Links = [.. pdf.GetPages().SelectMany(page => page.GetHyperlinks()).Select(link => link.Uri)];
        Title = pdf.Information.Title;
    }

    public static DocumentSource Source { get; } = new("견적서", "한빛물류 배차 플랫폼", new DateOnly(2026, 11, 23), "");

    public byte[] Bytes { get; }

    public string? Title { get; }

    public IReadOnlyList<string> Pages { get; }

    public IReadOnlyList<List<Word>> Words { get; }

    public IReadOnlyList<string> Links { get; }

    /// <summary>Everything after the cover.</summary>
    public string Body => string.Join('\n', Pages.Skip(1));

    public static Printed From(string markdown) => new(Render(markdown));

    public static Printed From(DocumentSource source) => new(Renderer.Render(source, default));

    public static Printed Quotation() => From(QuotationMarkdown());

    public static byte[] Render(string markdown, CancellationToken ct = default) =>
        Renderer.Render(Source with { Markdown = markdown }, ct);

    public static string QuotationMarkdown()
    {
        using var stream = typeof(Printed).Assembly.GetManifestResourceStream("quotation.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public Word Word(string text, int page = 1) => Words[page].First(word => word.Text == text);
}
