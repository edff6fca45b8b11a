namespace Joonbi.Domain.Consultations;

/// <summary>How an event appears in a consultation's timeline and, for the customer's kinds, in its live stream.</summary>
public enum TimelineKind
{
    /// <summary>The customer handed it in.</summary>
    Submitted,

    /// <summary>It waits for a reference URL.</summary>
    OnHold,

    /// <summary>It waits for the fee.</summary>
    AwaitingPayment,

    /// <summary>The fee has come.</summary>
    Paid,

    /// <summary>A trigger is on its way to the agent.</summary>
    Queued,

    /// <summary>The trigger has reached Discord.</summary>
    Triggered,

    /// <summary>A run holds the lease.</summary>
    Started,

    /// <summary>Percent, stage or note changed.</summary>
    Progress,

    /// <summary>The analysis was given.</summary>
    Analysis,

    /// <summary>A document appeared, or a new version of it.</summary>
    Document,

    /// <summary>The sample screens appeared, or a new version of them.</summary>
    Designs,

    /// <summary>A run ended without a result; the next one follows, or none.</summary>
    AttemptFailed,

    /// <summary>The result is delivered, or a SIMPLE consultation is answered.</summary>
    Completed,

    /// <summary>Refused; the reason is shown.</summary>
    Rejected,

    /// <summary>An admin took a rejection back.</summary>
    Overruled,

    /// <summary>Every attempt failed.</summary>
    Failed,

    /// <summary>By the customer, or unpaid.</summary>
    Cancelled,

    /// <summary>The brief was changed.</summary>
    Changed,

    /// <summary>Somebody wrote in the thread.</summary>
    Message,

    /// <summary>The admin closed the thread.</summary>
    Closed,

    /// <summary>The customer made a link to the result.</summary>
    Shared,

    /// <summary>The customer closed the link.</summary>
    Unshared,

    /// <summary>A person of the studio was told.</summary>
    Attention,
}

/// <summary>Who caused it.</summary>
public enum Actor
{
    /// <summary>The program itself.</summary>
    System,

    /// <summary>The consultation's customer.</summary>
    Customer,

    /// <summary>A person of the studio.</summary>
    Admin,

    /// <summary>The agent.</summary>
    Clawdbot,
}

/// <summary>Something that happened to one consultation: a line of its timeline and, where a handler listens, an outbox message.</summary>
public abstract record ConsultationEvent(Guid ConsultationId, TimelineKind Kind, Actor Actor) : IDomainEvent;

/// <summary>A SIMPLE or ANALYSIS consultation was handed in.</summary>
public sealed record ConsultationSubmitted(Guid ConsultationId, Guid UserId, ConsultationKind ConsultationKind, string ProjectName)
    : ConsultationEvent(ConsultationId, TimelineKind.Submitted, Actor.Customer);

/// <summary>The customer is asked for a reference URL.</summary>
public sealed record ConsultationPutOnHold(Guid ConsultationId, Guid UserId, string ProjectName)
    : ConsultationEvent(ConsultationId, TimelineKind.OnHold, Actor.System);

/// <summary>No free slot was left; the fee is due.</summary>
public sealed record PaymentAwaited(Guid ConsultationId, Guid UserId, string ProjectName, DateTimeOffset DueBy)
    : ConsultationEvent(ConsultationId, TimelineKind.AwaitingPayment, Actor.System);

/// <summary>The fee has come.</summary>
public sealed record FeePaid(Guid ConsultationId, Guid PaymentId)
    : ConsultationEvent(ConsultationId, TimelineKind.Paid, Actor.Customer);

/// <summary>A trigger has to reach the agent.</summary>
/// <param name="ConsultationId">Which consultation.</param>
/// <param name="Attempt">The run that it asks for: 1, 2, …</param>
/// <param name="Trigger">How often it was asked for in this attempt: 1, 2, …</param>
public sealed record AnalysisQueued(Guid ConsultationId, int Attempt, int Trigger)
    : ConsultationEvent(ConsultationId, TimelineKind.Queued, Actor.System);

/// <summary>Discord has the trigger.</summary>
public sealed record AnalysisTriggered(Guid ConsultationId, string MessageId)
    : ConsultationEvent(ConsultationId, TimelineKind.Triggered, Actor.System);

/// <summary>A run took the lease.</summary>
public sealed record AnalysisStarted(Guid ConsultationId, Guid RunId, int Attempt)
    : ConsultationEvent(ConsultationId, TimelineKind.Started, Actor.Clawdbot);

/// <summary>What the customer's progress bar shows has changed.</summary>
public sealed record AnalysisProgressed(Guid ConsultationId, int Percent, string Stage, string? Note)
    : ConsultationEvent(ConsultationId, TimelineKind.Progress, Actor.Clawdbot);

/// <summary>The analysis was given.</summary>
public sealed record AnalysisGiven(Guid ConsultationId, Feasibility Feasibility)
    : ConsultationEvent(ConsultationId, TimelineKind.Analysis, Actor.Clawdbot);

/// <summary>A document was delivered; after completion this is news to the customer.</summary>
public sealed record DocumentDelivered(Guid ConsultationId, Guid UserId, string ProjectName, DocumentType Type, int Version, Guid FileId, bool AfterCompletion)
    : ConsultationEvent(ConsultationId, TimelineKind.Document, Actor.Clawdbot);

/// <summary>The sample screens were delivered; after completion this is news to the customer.</summary>
public sealed record DesignsDelivered(Guid ConsultationId, Guid UserId, string ProjectName, int Version, bool AfterCompletion)
    : ConsultationEvent(ConsultationId, TimelineKind.Designs, Actor.Clawdbot);

/// <summary>A run ended without a result.</summary>
public sealed record AttemptFailed(Guid ConsultationId, Guid RunId, int Attempt, string Error)
    : ConsultationEvent(ConsultationId, TimelineKind.AttemptFailed, Actor.Clawdbot);

/// <summary>All parts are there, or a SIMPLE consultation is answered.</summary>
public sealed record ConsultationCompleted(Guid ConsultationId, Guid UserId, ConsultationKind ConsultationKind, string ProjectName)
    : ConsultationEvent(ConsultationId, TimelineKind.Completed, Actor.System);

/// <summary>Refused, with a Korean reason.</summary>
public sealed record ConsultationRejected(Guid ConsultationId, Guid UserId, string ProjectName, string Code, string Reason, Actor By)
    : ConsultationEvent(ConsultationId, TimelineKind.Rejected, By);

/// <summary>An admin took a rejection back.</summary>
public sealed record RejectionOverruled(Guid ConsultationId)
    : ConsultationEvent(ConsultationId, TimelineKind.Overruled, Actor.Admin);

/// <summary>Every attempt failed.</summary>
public sealed record ConsultationFailed(Guid ConsultationId, Guid UserId, string ProjectName, string Error)
    : ConsultationEvent(ConsultationId, TimelineKind.Failed, Actor.System);

/// <summary>By the customer, or because the fee was never paid.</summary>
public sealed record ConsultationCancelled(Guid ConsultationId, Guid UserId, string ProjectName, Actor By)
    : ConsultationEvent(ConsultationId, TimelineKind.Cancelled, By);

/// <summary>The customer changed the brief, or an admin did in the customer's stead.</summary>
public sealed record BriefChanged(Guid ConsultationId, Actor By)
    : ConsultationEvent(ConsultationId, TimelineKind.Changed, By);

/// <summary>Somebody wrote in the thread.</summary>
/// <param name="ConsultationId">Which consultation.</param>
/// <param name="UserId">Its customer.</param>
/// <param name="ProjectName">Its name.</param>
/// <param name="MessageId">What was written.</param>
/// <param name="By">Who wrote.</param>
/// <param name="Answers">It is the answer that completes a SIMPLE consultation, and is told as its result.</param>
public sealed record MessagePosted(Guid ConsultationId, Guid UserId, string ProjectName, Guid MessageId, Actor By, bool Answers)
    : ConsultationEvent(ConsultationId, TimelineKind.Message, By);

/// <summary>The admin closed the thread.</summary>
public sealed record ThreadClosed(Guid ConsultationId)
    : ConsultationEvent(ConsultationId, TimelineKind.Closed, Actor.Admin);

/// <summary>The customer made a link by which others can read the result.</summary>
public sealed record ConsultationShared(Guid ConsultationId)
    : ConsultationEvent(ConsultationId, TimelineKind.Shared, Actor.Customer);

/// <summary>The customer closed the link.</summary>
public sealed record SharingEnded(Guid ConsultationId)
    : ConsultationEvent(ConsultationId, TimelineKind.Unshared, Actor.Customer);

/// <summary>A person must look: nothing is ever stuck without someone being told.</summary>
/// <param name="ConsultationId">Which consultation.</param>
/// <param name="ProjectName">Its name.</param>
/// <param name="Reason">Korean, one sentence.</param>
public sealed record AttentionNeeded(Guid ConsultationId, string ProjectName, string Reason)
    : ConsultationEvent(ConsultationId, TimelineKind.Attention, Actor.System);

/// <summary>A free slot went back to its campaign.</summary>
public sealed record FreeSlotReturned(Guid ConsultationId, Guid CampaignId) : IDomainEvent;

/// <summary>A SIMPLE consultation waits for the studio's answer.</summary>
public sealed record AnswerAwaited(Guid ConsultationId, string ProjectName) : IDomainEvent;
