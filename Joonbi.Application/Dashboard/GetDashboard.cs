using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Dashboard;

/// <summary>What a person of the studio wants to know first in the morning.</summary>
public sealed record GetDashboard : IQuery<Overview>;

/// <summary>One section for each part of the business.</summary>
/// <param name="Consultations">How many, and how they fare.</param>
/// <param name="FreeSlots">What the open events have left.</param>
/// <param name="Money">How payments and refunds fare.</param>
/// <param name="Outbox">How deliveries fare.</param>
/// <param name="Attention">What waits for a person, longest first; at most 50.</param>
public sealed record Overview(ConsultationBoard Consultations, SlotBoard FreeSlots, MoneyBoard Money, OutboxBoard Outbox, IReadOnlyList<AttentionItem> Attention);

/// <summary>The consultations in figures.</summary>
/// <param name="ByStatus">How many there are of each status, also none.</param>
/// <param name="NewToday">Handed in today, by the calendar in Seoul.</param>
/// <param name="NewLast7Days">Handed in today or on the six days before.</param>
/// <param name="CompletionRate">Of those handed in within 30 days that have come to an end, the part with a result, 0–1; null while there are none.</param>
/// <param name="MedianMinutes">From the first trigger to the result, of analyses handed in within 30 days; null while there are none.</param>
public sealed record ConsultationBoard(IReadOnlyList<StatusCount> ByStatus, int NewToday, int NewLast7Days, double? CompletionRate, double? MedianMinutes);

/// <summary>How many are in one state.</summary>
/// <param name="Status">The state.</param>
/// <param name="Count">How many.</param>
public sealed record StatusCount(ConsultationStatus Status, int Count);

/// <summary>The free slots of the events that are open now.</summary>
/// <param name="Slots">How many there were.</param>
/// <param name="Left">How many are left.</param>
public sealed record SlotBoard(int Slots, int Left);

/// <summary>The outbox in figures.</summary>
/// <param name="Waiting">Messages that are on their way.</param>
/// <param name="Dead">Messages that were given up.</param>
/// <param name="OldestSeconds">Age of the oldest message that should have left; 0 is none.</param>
public sealed record OutboxBoard(int Waiting, int Dead, int OldestSeconds);

/// <summary>Why something waits for a person.</summary>
public enum AttentionKind
{
    /// <summary>A SIMPLE consultation that nobody has answered.</summary>
    Unanswered,

    /// <summary>The last word in a thread is the customer's, of the last 30 days.</summary>
    ReplyUnanswered,

    /// <summary>Every attempt failed.</summary>
    AnalysisFailed,

    /// <summary>The agent followed none of its triggers.</summary>
    AnalysisNotStarted,

    /// <summary>A delivery was given up.</summary>
    DeliveryDead,
}

/// <summary>Something that waits for a person.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Id">The consultation, or the outbox message.</param>
/// <param name="Title">The project's name, or who should have delivered.</param>
/// <param name="Since">Since when.</param>
public sealed record AttentionItem(AttentionKind Kind, Guid Id, string Title, DateTimeOffset Since);
