using System.Threading.Channels;
using Joonbi.Application.Consultations;

namespace Joonbi.Infrastructure.Consultations;

/// <summary>One watcher of one consultation, at its own place in the timeline. The lock of its audience guards it.</summary>
internal sealed class ConsultationWatch(ConsultationAudience audience, Guid consultationId, Guid userId) : IConsultationWatch
{
    private readonly Channel<ConsultationNews> news = Channel.CreateBounded<ConsultationNews>(2 * ConsultationTimelines.Most);

    public ChannelReader<ConsultationNews> News => news.Reader;
    public Guid ConsultationId => consultationId;
    public Guid UserId => userId;

    /// <summary>The last line that it was told; null until it knows where to begin.</summary>
    public long? Seen { get; private set; }

    /// <summary>Says how it stands and begins after that, or after what the customer has seen already.</summary>
    public void Begin(ConsultationNews state, long? lastSeen)
    {
        Seen = Math.Min(lastSeen ?? state.Seq, state.Seq);
        if (!state.Over || lastSeen is null || Seen < state.Seq)
            news.Writer.TryWrite(state);
        if (state.Over && Seen == state.Seq)
            news.Writer.TryComplete();
    }

    /// <summary>Who reads too slowly is let go, and comes back with what it saw last: nobody's backlog grows in memory.</summary>
    public void Tell(ConsultationNews line)
    {
        if (line.Seq <= Seen)
            return;

        Seen = line.Seq;
        if (!news.Writer.TryWrite(line) || line.Over)
            news.Writer.TryComplete();
    }

    public void Dispose()
    {
        news.Writer.TryComplete();
        audience.Leave(this);
    }
}
