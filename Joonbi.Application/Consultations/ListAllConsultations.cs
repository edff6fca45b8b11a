using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>Everybody's consultations, newest first, for the studio.</summary>
/// <param name="Status">Only those in that state; null for all.</param>
/// <param name="Kind">Only those of that kind; null for both.</param>
/// <param name="Search">Only those with this in the project's name, or in the customer's name or address.</param>
/// <param name="Page">Which part.</param>
public sealed record ListAllConsultations(ConsultationStatus? Status, ConsultationKind? Kind, Search Search, PageRequest Page) : IQuery<Page<ConsultationLine>>;

/// <summary>A line of the studio's list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">간편 상담 or 분석 상담.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ProjectName">As handed in.</param>
/// <param name="Customer">Whose it is.</param>
/// <param name="Percent">How far the analysis is, 0–100.</param>
/// <param name="Attempts">How many runs were started.</param>
/// <param name="FreeSlot">It holds a free slot of the event.</param>
/// <param name="CreatedAt">When it was handed in.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="CompletedAt">When the result was delivered.</param>
public sealed record ConsultationLine(
    Guid Id,
    ConsultationKind Kind,
    ConsultationStatus Status,
    string ProjectName,
    ConsultationCustomer Customer,
    int Percent,
    int Attempts,
    bool FreeSlot,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? CompletedAt);

/// <summary>Whose consultation it is.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">As registered.</param>
/// <param name="Email">As registered.</param>
/// <param name="Phone">As registered, if at all.</param>
public sealed record ConsultationCustomer(Guid Id, string Name, string Email, string? Phone);
