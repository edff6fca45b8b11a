using Joonbi.Domain;

namespace Joonbi.Application;

/// <summary>Marks what runs in one database transaction.</summary>
public interface ITransactional;

/// <summary>Changes state. Runs in one database transaction that begins with its first statement.</summary>
public interface ICommand : IRequest, ITransactional;

/// <inheritdoc cref="ICommand"/>
public interface ICommand<out TResult> : IRequest<TResult>, ITransactional;

/// <summary>Reads, and changes nothing. Its handler is SQL and lives in Infrastructure.</summary>
public interface IQuery<out TResult> : IRequest<TResult>;

/// <summary>
/// Where a delivery goes. Each lane has its own workers, so a hanging vendor delays no other. The names equal the check of
/// <c>outbox.lane</c>.
/// </summary>
public enum Lane
{
    /// <summary>Posts to the studio's Discord channel.</summary>
    Discord,

    /// <summary>Mails through Resend.</summary>
    Email,

    /// <summary>Our own database: in-app notifications.</summary>
    Internal,

    /// <summary>Refunds through PortOne.</summary>
    Payments,
}

/// <summary>One delivery of one outbox message.</summary>
/// <param name="MessageId">The same at every attempt: the idempotency key for vendors that take one.</param>
/// <param name="OccurredAt">When the event happened; the time to show, since it does not change between attempts.</param>
/// <param name="Attempt">1 at the first try.</param>
public sealed record Delivery(Guid MessageId, DateTimeOffset OccurredAt, int Attempt);

/// <summary>
/// Acts on a stored event after the command that raised it has committed: at least once, in no promised order. Found by
/// reflection; the outbox holds one row per event and handler, so a failing mail never repeats a Discord post.
/// </summary>
public interface IEventHandler<in TEvent> where TEvent : IDomainEvent
{
    /// <summary>Where the delivery goes.</summary>
    static abstract Lane Lane { get; }

    /// <summary>Delivers, or throws: <see cref="DeliveryException"/> tells the dispatcher what to do next.</summary>
    Task Handle(TEvent happened, Delivery delivery, CancellationToken ct);
}

/// <summary>Why a delivery did not happen, as far as the vendor said.</summary>
public sealed class DeliveryException : Exception
{
    private DeliveryException(string message, bool final, TimeSpan? retryAfter)
        : base(message) => (Final, RetryAfter) = (final, retryAfter);

    /// <summary>No later attempt can succeed: the message is dead at once.</summary>
    public bool Final { get; }

    /// <summary>The vendor's own wish: the whole lane rests so long, and the attempt does not count.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Worth another try after the usual back-off.</summary>
    public static DeliveryException Retry(string message) => new(message, false, null);

    /// <summary>The vendor asked for a rest.</summary>
    public static DeliveryException Throttled(string message, TimeSpan retryAfter) => new(message, false, retryAfter);

    /// <summary>Never again: the address is gone or the content is refused.</summary>
    public static DeliveryException Dead(string message) => new(message, true, null);
}
