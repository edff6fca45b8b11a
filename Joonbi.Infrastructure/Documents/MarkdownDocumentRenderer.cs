using Joonbi.Application.Documents;
using Joonbi.Infrastructure.Documents.Layout;
using Joonbi.Infrastructure.Documents.Painting;
using Joonbi.Infrastructure.Documents.Reading;
using Joonbi.Infrastructure.Documents.Typography;
using Markdig.Syntax;

namespace Joonbi.Infrastructure.Documents;

/// <summary>
/// Markdown is read, laid out, and painted, one after the other: the number of pages must be known before the first footer,
/// and the characters before the fonts are subset. One instance serves all documents; it keeps nothing but the fonts.
/// </summary>
internal sealed class MarkdownDocumentRenderer : IDocumentRenderer
{
    private readonly FontShelf fonts = new();

    public byte[] Render(DocumentSource source, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var markdown = MarkdownReader.Read(source.Markdown);
        var inlines = new InlineReader(fonts);
        var typesetter = new Typesetter(fonts);

        var cover = new Cover(typesetter, inlines, source);
        List<List<Mark>> pages = [cover.Page()];
        var body = WithoutRepeatedTitle(markdown, source.Title, inlines);
        new PageFlow(pages, ct).Fill(new BlockLayout(typesetter, inlines).Lay(body, Frame.Column));
        cover.AddFooters(pages);

        return PdfPainter.Paint(pages, fonts, source, ct);
    }

    /// <summary>Authors often begin with the title that the cover already bears.</summary>
    private static IEnumerable<Block> WithoutRepeatedTitle(MarkdownDocument markdown, string title, InlineReader inlines)
    {
        var repeats = markdown.FirstOrDefault() is HeadingBlock { Level: 1 } heading
            && string.Concat(inlines.Read(heading.Inline).Select(run => run.Text)).Trim() == title.Trim();
        return repeats ? markdown.Skip(1) : markdown;
    }
}
