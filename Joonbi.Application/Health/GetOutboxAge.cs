namespace Joonbi.Application.Health;

/// <summary>How far deliveries are behind.</summary>
public sealed record GetOutboxAge : IQuery<OutboxAge>;

/// <summary>The answer to <see cref="GetOutboxAge"/>.</summary>
/// <param name="OldestSeconds">Since the oldest message that should have left was written; one that waits on purpose has no age yet, and 0 is none.</param>
/// <param name="Failed">Messages given up on, waiting for an admin.</param>
public sealed record OutboxAge(int OldestSeconds, int Failed);
