using Joonbi.Application;

namespace Joonbi.Infrastructure.Outbox;

/// <summary>A message that this process has claimed. Only who shows the token may say how it went, and only until it is claimed anew.</summary>
internal sealed record OutboxMessage(
    Guid Id,
    Lane Lane,
    string EventType,
    string Handler,
    string Payload,
    string? TraceParent,
    DateTimeOffset OccurredAt,
    int Attempts,
    Guid LeaseToken,
    DateTimeOffset LeaseUntil);

/// <summary>How a delivery went.</summary>
internal abstract record Outcome
{
    /// <summary>The vendor has it.</summary>
    public sealed record Delivered : Outcome;

    /// <summary>Once more, at that time; a vendor's wish or our own stop is no failed attempt.</summary>
    public sealed record Later(DateTimeOffset At, bool Counts, string? Error) : Outcome;

    /// <summary>Never again, unless an admin says so.</summary>
    public sealed record Dead(string Error) : Outcome;
}
