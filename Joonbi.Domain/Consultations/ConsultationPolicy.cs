namespace Joonbi.Domain.Consultations;

/// <summary>The settings among the rules, each with the default that the business gave.</summary>
public sealed record ConsultationPolicy
{
    /// <summary>What an analysis costs without a free slot, in KRW.</summary>
    public long AnalysisFee { get; init; } = 100_000;

    /// <summary>A brief whose budget ends below this is refused at once, in KRW.</summary>
    public long MinimumBudget { get; init; } = 100_000;

    /// <summary>How long an unpaid consultation waits before it is cancelled.</summary>
    public TimeSpan UnpaidExpiry { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How long a run may be silent before it has lost its lease.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How long a trigger may stay unanswered before it is sent again.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a trigger is sent again before a person is told.</summary>
    public int MaxRetriggers { get; init; } = 3;

    /// <summary>How many runs are started before the consultation has failed.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>How long a shared link stays open.</summary>
    public TimeSpan ShareLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a message may stay unread in the app before a mail tells of it.</summary>
    public TimeSpan UnreadMailAfter { get; init; } = TimeSpan.FromMinutes(10);
}
