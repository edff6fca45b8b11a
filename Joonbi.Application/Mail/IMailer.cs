namespace Joonbi.Application.Mail;

/// <summary>A letter in words; how it looks is the adapter's business. All texts are plain, in Korean, and may hold a stranger's words.</summary>
/// <param name="To">1–50 addresses.</param>
/// <param name="Subject">One line.</param>
/// <param name="Heading">The first thing read.</param>
/// <param name="Paragraphs">The rest of it.</param>
/// <param name="Link">The one thing to do, or none.</param>
/// <param name="Kind">For the vendor's statistics: ASCII letters, digits and underscores.</param>
public sealed record Letter(IReadOnlyList<string> To, string Subject, string Heading, IReadOnlyList<string> Paragraphs, LetterLink? Link, string Kind);

/// <summary>A button in a letter.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Path">Below <c>FRONTEND_URL</c>, beginning with a slash.</param>
public sealed record LetterLink(string Label, string Path);

/// <summary>The post office.</summary>
public interface IMailer
{
    /// <summary>Sends it. The same id again sends nothing again, as long as the vendor remembers it (24 hours).</summary>
    /// <exception cref="DeliveryException">It was not taken.</exception>
    Task Send(Letter letter, Guid messageId, CancellationToken ct);
}
