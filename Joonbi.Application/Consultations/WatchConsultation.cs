using System.Threading.Channels;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>Follows one of the customer's own consultations live.</summary>
/// <param name="Id">Which consultation.</param>
/// <param name="UserId">Whose.</param>
/// <param name="LastSeen">The <see cref="ConsultationNews.Seq"/> of the last news that the customer has; null to begin with now.</param>
public sealed record WatchConsultation(Guid Id, Guid UserId, long? LastSeen) : IQuery<IConsultationWatch?>;

/// <summary>What a watcher hears: first how it stands, then what happens. Open until disposed.</summary>
public interface IConsultationWatch : IDisposable
{
    /// <summary>Ends when nothing more will come, or when the reader is too slow; it then comes back with what it saw last.</summary>
    ChannelReader<ConsultationNews> News { get; }
}

/// <summary>How a consultation stands, or one thing that happened to it, as its customer may know it.</summary>
/// <param name="ConsultationId">Which consultation.</param>
/// <param name="Seq">Grows with every news of this consultation.</param>
/// <param name="Kind">What happened; null in the first news, which says how it stands.</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="At">When.</param>
/// <param name="Status">Where the consultation stands at the time of telling.</param>
/// <param name="Over">Nothing more will come.</param>
/// <param name="Percent">How far the analysis is.</param>
/// <param name="Stage">What the agent is doing.</param>
/// <param name="Note">More of it.</param>
/// <param name="Documents">The document that appeared; in the first news the latest version of each.</param>
/// <param name="DesignsVersion">The sample screens that appeared; in the first news 0 while there are none.</param>
/// <param name="Feasibility">What the analysis found.</param>
/// <param name="Rejection">Why it was refused.</param>
/// <param name="MessageId">The message that was written.</param>
public sealed record ConsultationNews(
    Guid ConsultationId,
    long Seq,
    TimelineKind? Kind,
    Actor? Actor,
    DateTimeOffset At,
    ConsultationStatus Status,
    bool Over,
    int? Percent,
    string? Stage,
    string? Note,
    IReadOnlyList<DocumentNews>? Documents,
    int? DesignsVersion,
    Feasibility? Feasibility,
    Rejection? Rejection,
    Guid? MessageId)
{
    /// <summary>The kinds that a customer hears of. What the agent and the studio have to do with each other is their own business.</summary>
    public static bool Tells(TimelineKind kind) =>
        kind is not (TimelineKind.Triggered or TimelineKind.AttemptFailed or TimelineKind.Attention);
}

/// <summary>A document that can be downloaded.</summary>
/// <param name="Type">Which of the four.</param>
/// <param name="Version">1, 2, …</param>
/// <param name="FileId">The PDF.</param>
public sealed record DocumentNews(DocumentType Type, int Version, Guid FileId);
