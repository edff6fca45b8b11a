using Joonbi.Application.Documents;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;

namespace Joonbi.Infrastructure.Documents.Reading;

/// <summary>Markdown to its tree, with everything refused beforehand that would keep the parser busy for minutes.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Dialect = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    /// <exception cref="UnprintableDocumentException">See <see cref="ParsingCost"/>.</exception>
    public static MarkdownDocument Read(string markdown)
    {
        if (markdown.Length > DocumentSource.MaxCharacters)
            throw UnprintableDocumentException.TooLarge();

        var text = PrintableText.Clean(markdown);
        if (ParsingCost.IsExcessive(text))
            throw UnprintableDocumentException.TooConvoluted();

        try
        {
            return Markdown.Parse(text, Dialect);
        }
        catch (ArgumentException)
        {
            // The parser's own limit: a hundred and some levels of quotes, lists or emphasis inside each other.
            throw UnprintableDocumentException.TooConvoluted();
        }
    }
}
