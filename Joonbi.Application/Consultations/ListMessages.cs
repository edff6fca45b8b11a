using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>The thread of one of the customer's own consultations, newest first; null when there is no such consultation.</summary>
public sealed record ListMessages(Guid ConsultationId, Guid UserId, PageRequest Page) : IQuery<Page<MessageLine>?>;

/// <summary>One message as the customer reads it: the studio speaks with one voice.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Author">The customer or the studio.</param>
/// <param name="Body">The text.</param>
/// <param name="CreatedAt">When it was written.</param>
public sealed record MessageLine(Guid Id, Actor Author, string Body, DateTimeOffset CreatedAt);
