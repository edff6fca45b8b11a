using Joonbi.Domain;

namespace Joonbi.Application.Outbox;

/// <summary>
/// A delivery was given up. It stays in the outbox until an admin sends it again. The death of a message that tells of a death
/// raises nothing: the alarm must not ring for its own bell.
/// </summary>
/// <param name="MessageId">The dead message.</param>
/// <param name="DeadLane">Where it should have gone.</param>
/// <param name="Handler">Who should have taken it there.</param>
/// <param name="Error">What was said last; no secret, no address.</param>
/// <param name="First">No other message of that lane had died within the hour: one mail tells of an outage, not one for each message.</param>
public sealed record OutboxMessageDied(Guid MessageId, Lane DeadLane, string Handler, string Error, bool First) : IDomainEvent;
