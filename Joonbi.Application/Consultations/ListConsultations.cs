using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>The customer's own consultations, newest first.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Status">Only those in that state; null for all.</param>
/// <param name="Page">Which part.</param>
public sealed record ListConsultations(Guid UserId, ConsultationStatus? Status, PageRequest Page) : IQuery<Page<ConsultationSummary>>;

/// <summary>A line of the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">간편 상담 or 분석 상담.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ProjectName">As handed in.</param>
/// <param name="Percent">How far the analysis is, 0–100.</param>
/// <param name="FreeSlot">It holds a free slot of the event.</param>
/// <param name="CreatedAt">When it was handed in.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="CompletedAt">When the result was delivered.</param>
public sealed record ConsultationSummary(
    Guid Id,
    ConsultationKind Kind,
    ConsultationStatus Status,
    string ProjectName,
    int Percent,
    bool FreeSlot,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? CompletedAt);
