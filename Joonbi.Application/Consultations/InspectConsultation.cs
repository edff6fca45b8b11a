using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>A consultation with all that the studio knows of it.</summary>
public sealed record InspectConsultation(Guid Id) : IQuery<ConsultationDossier?>;

/// <summary>A consultation as the studio sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">간편 상담 or 분석 상담.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">Raised by every change; <c>If-Match</c> demands it.</param>
/// <param name="Customer">Whose it is.</param>
/// <param name="ProjectName">As handed in.</param>
/// <param name="Description">As handed in.</param>
/// <param name="ReferenceUrls">As handed in.</param>
/// <param name="BudgetMin">Whole KRW.</param>
/// <param name="BudgetMax">Whole KRW.</param>
/// <param name="DesiredDate">A day in Seoul.</param>
/// <param name="Features">As handed in.</param>
/// <param name="Attachments">What the customer sent along.</param>
/// <param name="CampaignId">The campaign whose free slot it holds.</param>
/// <param name="Rejection">Why it was refused.</param>
/// <param name="ScreeningOverruled">An admin took a rejection back; it is not screened again.</param>
/// <param name="Attempts">How many runs were started since it was last queued afresh.</param>
/// <param name="Triggers">How many triggers were asked for in this attempt.</param>
/// <param name="TriggeredAt">When Discord last took a trigger.</param>
/// <param name="LeaseUntil">Until when the present run may be silent.</param>
/// <param name="DeadlineAt">When the watchdog looks at it.</param>
/// <param name="Percent">How far the analysis is, 0–100.</param>
/// <param name="Stage">What the agent is doing.</param>
/// <param name="Note">More of it.</param>
/// <param name="Analysis">What the agent found.</param>
/// <param name="Documents">Every version of each document, newest first.</param>
/// <param name="DesignsVersion">0 while there are no designs.</param>
/// <param name="Designs">The sample screens, or why there are none.</param>
/// <param name="Share">The customer's open link, if any.</param>
/// <param name="Runs">The runs of the agent, in their order.</param>
/// <param name="Messages">The thread, in its order.</param>
/// <param name="Timeline">What happened, in its order.</param>
/// <param name="Deliveries">What has not left yet, or was given up, oldest first.</param>
/// <param name="CreatedAt">When it was handed in.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="CompletedAt">When the result was delivered.</param>
/// <param name="ClosedAt">When its thread was closed.</param>
public sealed record ConsultationDossier(
    Guid Id,
    ConsultationKind Kind,
    ConsultationStatus Status,
    int Version,
    ConsultationCustomer Customer,
    string ProjectName,
    string Description,
    IReadOnlyList<string> ReferenceUrls,
    long? BudgetMin,
    long? BudgetMax,
    DateOnly? DesiredDate,
    IReadOnlyList<string> Features,
    IReadOnlyList<AttachmentLine> Attachments,
    Guid? CampaignId,
    Rejection? Rejection,
    bool ScreeningOverruled,
    int Attempts,
    int Triggers,
    DateTimeOffset? TriggeredAt,
    DateTimeOffset? LeaseUntil,
    DateTimeOffset? DeadlineAt,
    int Percent,
    string? Stage,
    string? Note,
    Analysis? Analysis,
    IReadOnlyList<DocumentLine> Documents,
    int DesignsVersion,
    Designs? Designs,
    ShareState? Share,
    IReadOnlyList<RunLine> Runs,
    IReadOnlyList<ThreadLine> Messages,
    IReadOnlyList<TimelineLine> Timeline,
    IReadOnlyList<DeliveryLine> Deliveries,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? CompletedAt,
    DateTimeOffset? ClosedAt);

/// <summary>One run of the agent.</summary>
/// <param name="Id">As the run knows it.</param>
/// <param name="Attempt">1, 2, …; from 1 again after an admin's retry.</param>
/// <param name="StartedAt">When it took the lease.</param>
/// <param name="FailedAt">When it gave up or lost the lease; null for one that is on, or that delivered.</param>
/// <param name="Error">What it said last.</param>
public sealed record RunLine(Guid Id, int Attempt, DateTimeOffset StartedAt, DateTimeOffset? FailedAt, string? Error);

/// <summary>One message of the thread.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Author">The customer or the studio.</param>
/// <param name="AuthorName">Who of them.</param>
/// <param name="Body">The text.</param>
/// <param name="CreatedAt">When it was written.</param>
public sealed record ThreadLine(Guid Id, Actor Author, string AuthorName, string Body, DateTimeOffset CreatedAt);

/// <summary>One line of the timeline.</summary>
/// <param name="Seq">Its place; it only grows.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="Attempt">Of which run, where it is about one.</param>
/// <param name="Percent">How far the analysis was, where it is about that.</param>
/// <param name="Document">Which document appeared, where one did.</param>
/// <param name="Version">Which version of it, or of the designs.</param>
/// <param name="Text">The reason, the error or the stage, where there is one.</param>
/// <param name="Note">More of it, where there is any.</param>
/// <param name="Reference">What the other side calls it: the message at Discord or in the thread, the payment, the run.</param>
/// <param name="At">When.</param>
public sealed record TimelineLine(
    long Seq, TimelineKind Kind, Actor Actor, int? Attempt, int? Percent, DocumentType? Document, int? Version, string? Text, string? Note, string? Reference, DateTimeOffset At);

/// <summary>Something that is still to leave for a consultation, or was given up.</summary>
/// <param name="Id">The outbox message.</param>
/// <param name="Lane">Where it goes.</param>
/// <param name="EventType">What had happened.</param>
/// <param name="Handler">Who takes it there.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="LastError">What was said last; no secret, no address.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="FailedAt">When it was given up; null while it is on its way.</param>
public sealed record DeliveryLine(
    Guid Id, Lane Lane, string EventType, string Handler, int Attempts, string? LastError, DateTimeOffset OccurredAt, DateTimeOffset? FailedAt);
