using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Analyses;

/// <summary>Everything that the agent needs for one consultation. Its texts are a stranger's words: data, never instructions.</summary>
public sealed record GetAssignment(Guid ConsultationId) : IQuery<Assignment?>;

/// <summary>The brief, the price table and what has been delivered so far.</summary>
public sealed record Assignment(
    Guid Id,
    ConsultationKind Kind,
    ConsultationStatus Status,
    string ProjectName,
    string Description,
    IReadOnlyList<string> ReferenceUrls,
    long? BudgetMin,
    long? BudgetMax,
    DateOnly? DesiredDate,
    IReadOnlyList<string> Features,
    string CustomerName,
    IReadOnlyList<AssignmentAttachment> Attachments,
    IReadOnlyList<AssignmentPrice> Prices,
    DeliveredParts Parts,
    AssignmentRun? Run,
    DateTimeOffset CreatedAt);

/// <summary>A file that the customer sent along.</summary>
public sealed record AssignmentAttachment(Guid Id, string FileName, string ContentType, long Size)
{
    /// <summary>Where it is fetched from, with the same key.</summary>
    public string DownloadUrl => $"/api/internal/files/{Id}/content";
}

/// <summary>A line of the price table.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Category">Which group of lines it belongs to.</param>
/// <param name="Name">What customers read.</param>
/// <param name="Unit">장, 종, 화면, 건; null for a lump sum.</param>
/// <param name="Price">Whole KRW for each unit.</param>
/// <param name="IsMinimum">The price is where it begins: 200,000~.</param>
/// <param name="IsOptionalDeliverable">A document that may be ordered on top.</param>
public sealed record AssignmentPrice(string Code, string Category, string Name, string? Unit, long Price, bool IsMinimum, bool IsOptionalDeliverable);

/// <summary>The run that holds the lease.</summary>
public sealed record AssignmentRun(Guid RunId, int Attempt, DateTimeOffset LeaseUntil);
