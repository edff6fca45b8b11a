using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>One of the customer's own consultations, with everything that its page shows.</summary>
public sealed record GetConsultation(Guid Id, Guid UserId) : IQuery<ConsultationDetails?>;

/// <summary>A consultation as its customer sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">간편 상담 or 분석 상담.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">Raised by every change; <c>If-Match</c> demands it.</param>
/// <param name="ProjectName">As handed in.</param>
/// <param name="Description">As handed in.</param>
/// <param name="ReferenceUrls">As handed in.</param>
/// <param name="BudgetMin">Whole KRW.</param>
/// <param name="BudgetMax">Whole KRW.</param>
/// <param name="DesiredDate">A day in Seoul.</param>
/// <param name="Features">As handed in.</param>
/// <param name="FreeSlot">It holds a free slot of the event.</param>
/// <param name="Payment">What is to be paid until when; only while it waits for that.</param>
/// <param name="Rejection">Why it was refused.</param>
/// <param name="Percent">How far the analysis is, 0–100.</param>
/// <param name="Stage">What the agent is doing.</param>
/// <param name="Note">More of it.</param>
/// <param name="Analysis">What the agent found.</param>
/// <param name="Documents">The latest version of each document.</param>
/// <param name="DesignsVersion">0 while there are no designs.</param>
/// <param name="Designs">The sample screens, or why there are none.</param>
/// <param name="Attachments">What the customer sent along.</param>
/// <param name="Share">The open link, if any; its address is shown once only.</param>
/// <param name="CreatedAt">When it was handed in.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="CompletedAt">When the result was delivered.</param>
/// <param name="ClosedAt">When its thread was closed.</param>
public sealed record ConsultationDetails(
    Guid Id,
    ConsultationKind Kind,
    ConsultationStatus Status,
    int Version,
    string ProjectName,
    string Description,
    IReadOnlyList<string> ReferenceUrls,
    long? BudgetMin,
    long? BudgetMax,
    DateOnly? DesiredDate,
    IReadOnlyList<string> Features,
    bool FreeSlot,
    PaymentDue? Payment,
    Rejection? Rejection,
    int Percent,
    string? Stage,
    string? Note,
    Analysis? Analysis,
    IReadOnlyList<DocumentLine> Documents,
    int DesignsVersion,
    Designs? Designs,
    IReadOnlyList<AttachmentLine> Attachments,
    ShareState? Share,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? CompletedAt,
    DateTimeOffset? ClosedAt);

/// <summary>What is owed.</summary>
/// <param name="Amount">Whole KRW.</param>
/// <param name="DueBy">After that it is cancelled.</param>
public sealed record PaymentDue(long Amount, DateTimeOffset DueBy);

/// <summary>A delivered document.</summary>
/// <param name="Type">Which of the four.</param>
/// <param name="Version">1, 2, …</param>
/// <param name="FileId">The PDF.</param>
/// <param name="FileName">As it is saved on the customer's disk.</param>
/// <param name="Size">In bytes.</param>
/// <param name="CreatedAt">When it was delivered.</param>
public sealed record DocumentLine(DocumentType Type, int Version, Guid FileId, string FileName, long Size, DateTimeOffset CreatedAt);

/// <summary>A file that the customer sent along.</summary>
/// <param name="FileId">The file.</param>
/// <param name="FileName">As the customer called it.</param>
/// <param name="ContentType">What the content says it is.</param>
/// <param name="Size">In bytes.</param>
public sealed record AttachmentLine(Guid FileId, string FileName, string ContentType, long Size);

/// <summary>The open link to a consultation.</summary>
/// <param name="CreatedAt">Since when.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record ShareState(DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
