namespace Joonbi.Application.Outbox;

/// <summary>Deliveries that were given up, newest first.</summary>
/// <param name="Lane">Only those on the way there; null for all.</param>
/// <param name="Page">Which part.</param>
public sealed record ListDeadMessages(Lane? Lane, PageRequest Page) : IQuery<Page<DeadMessage>>;

/// <summary>A delivery that was given up. What it should have said stays in the database: it may be about a person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Lane">Where it should have gone.</param>
/// <param name="EventType">What had happened.</param>
/// <param name="Handler">Who should have taken it there.</param>
/// <param name="ConsultationId">The consultation that it is about, if any.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="FailedAt">When it was given up.</param>
/// <param name="LastError">What was said last; no secret, no address.</param>
public sealed record DeadMessage(
    Guid Id, Lane Lane, string EventType, string Handler, Guid? ConsultationId, int Attempts, DateTimeOffset OccurredAt, DateTimeOffset FailedAt, string? LastError);
