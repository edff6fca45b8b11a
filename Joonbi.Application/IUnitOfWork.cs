using Joonbi.Domain;

namespace Joonbi.Application;

/// <summary>The database transaction of the command being handled. Undone unless committed.</summary>
public interface IUnitOfWork
{
    /// <summary>Makes all of it last, or throws.</summary>
    Task Commit(CancellationToken ct);

    /// <summary>Has this done once all of it lasts, when nothing is locked any more; if it is undone, not at all.</summary>
    void OnCommitted(Func<Task> work);
}

/// <summary>Writes events that no aggregate raises to the outbox, in the command's own transaction.</summary>
public interface IOutbox
{
    /// <summary>One row for each handler that listens.</summary>
    Task Write(IDomainEvent happened, CancellationToken ct);

    /// <summary>As the other, but nobody hears of it before that time.</summary>
    Task Write(IDomainEvent happened, DateTimeOffset notBefore, CancellationToken ct);
}

/// <summary>The record of what admins did, in the command's own transaction. The database lets nobody change it.</summary>
public interface IAuditLog
{
    /// <summary>Adds an entry.</summary>
    /// <param name="actorId">The admin.</param>
    /// <param name="action">What was done: <c>consultation.reject</c>.</param>
    /// <param name="subjectId">To what.</param>
    /// <param name="before">The changed values as they were, or null.</param>
    /// <param name="after">The changed values as they are now, or null.</param>
    /// <param name="ct">Cancels.</param>
    Task Write(Guid actorId, string action, Guid subjectId, object? before, object? after, CancellationToken ct);
}
