namespace Joonbi.Domain.Consultations;

/// <summary>One word in the thread between a customer and the studio.</summary>
/// <param name="Id">Version 7 UUID.</param>
/// <param name="ConsultationId">Whose thread.</param>
/// <param name="AuthorId">Who wrote it.</param>
/// <param name="Author">As the customer, or as the studio.</param>
/// <param name="Body">1–5,000 characters.</param>
/// <param name="CreatedAt">When.</param>
public sealed record ThreadMessage(Guid Id, Guid ConsultationId, Guid AuthorId, Actor Author, string Body, DateTimeOffset CreatedAt)
{
    /// <summary>As long as a brief's description.</summary>
    public const int MaxBody = 5_000;
}
