namespace Joonbi.Application.Documents;

/// <summary>Turns the Markdown of a deliverable into a printable PDF, without reading anything from outside the text itself.</summary>
public interface IDocumentRenderer
{
    /// <summary>The same source always gives the same bytes, so that a checksum identifies a document.</summary>
    /// <exception cref="UnprintableDocumentException">The text is larger or more convoluted than any honest document.</exception>
    byte[] Render(DocumentSource source, CancellationToken ct);
}

/// <summary>What is printed: the text, and what the cover and the footers say about it.</summary>
/// <param name="Title">The Korean name of the kind of document: 견적서.</param>
/// <param name="ProjectName">As the customer knows it.</param>
/// <param name="Date">The date on the cover and in the file's metadata; a calendar day in Korea.</param>
/// <param name="Markdown">CommonMark with tables, task lists and strikethrough. Images are named, never fetched.</param>
public sealed record DocumentSource(string Title, string ProjectName, DateOnly Date, string Markdown)
{
    /// <summary>More Markdown than this is refused before it is read: about a hundred dense pages.</summary>
    public const int MaxCharacters = 200_000;

    /// <summary>More pages than this are refused: a short text can still ask for many.</summary>
    public const int MaxPages = 200;
}
