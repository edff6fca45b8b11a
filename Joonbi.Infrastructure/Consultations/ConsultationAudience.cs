using Joonbi.Application.Consultations;
using Joonbi.Domain;

namespace Joonbi.Infrastructure.Consultations;

/// <summary>Who watches which consultation in this process, and which of these have changed since anybody looked.</summary>
internal sealed class ConsultationAudience
{
    /// <summary>How many streams one customer may hold open: a few tabs on a few devices.</summary>
    public const int MaxPerUser = 10;

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(30);
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, List<ConsultationWatch>> watches = [];
    private readonly Dictionary<Guid, int> perUser = [];
    private readonly HashSet<Guid> changed = [];

    /// <summary>Opens a watch that is told nothing yet.</summary>
    /// <exception cref="TooManyAttemptsException">This customer holds as many as one may.</exception>
    public ConsultationWatch Join(Guid consultationId, Guid userId)
    {
        lock (gate)
        {
            var count = perUser.GetValueOrDefault(userId);
            if (count >= MaxPerUser)
                throw new TooManyAttemptsException(TryAgain);

            perUser[userId] = count + 1;
            var watch = new ConsultationWatch(this, consultationId, userId);
            if (!watches.TryGetValue(consultationId, out var others))
                watches[consultationId] = others = [];

            others.Add(watch);
            return watch;
        }
    }

    /// <summary>From now on the watch is told.</summary>
    public void Begin(ConsultationWatch watch, ConsultationNews state, long? lastSeen)
    {
        lock (gate)
            watch.Begin(state, lastSeen);
    }

    public void Leave(ConsultationWatch watch)
    {
        lock (gate)
        {
            if (!watches.TryGetValue(watch.ConsultationId, out var others) || !others.Remove(watch))
                return;
            if (others.Count == 0)
                watches.Remove(watch.ConsultationId);
            if (--perUser[watch.UserId] == 0)
                perUser.Remove(watch.UserId);
        }
    }

    /// <summary>Remembers that a consultation has changed, or with null that any may have.</summary>
    /// <returns>False when nobody watches what has changed.</returns>
    public bool Note(Guid? consultationId)
    {
        lock (gate)
        {
            if (consultationId is not { } id)
                changed.UnionWith(watches.Keys);
            else if (watches.ContainsKey(id))
                changed.Add(id);

            return changed.Count > 0;
        }
    }

    /// <summary>
    /// Who is to be told of what has changed: only those who listen already. Who begins later is told by the next look, from
    /// its own place on.
    /// </summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<ConsultationWatch>> TakeChanged()
    {
        lock (gate)
        {
            var wave = new Dictionary<Guid, IReadOnlyList<ConsultationWatch>>();
            foreach (var id in changed)
            {
                if (watches.GetValueOrDefault(id)?.Where(watch => watch.Seen is not null).ToList() is { Count: > 0 } listening)
                    wave[id] = listening;
            }

            changed.Clear();
            return wave;
        }
    }

    public void Tell(IReadOnlyList<ConsultationWatch> listening, IEnumerable<ConsultationNews> lines)
    {
        lock (gate)
        {
            foreach (var line in lines)
            {
                foreach (var watch in listening)
                    watch.Tell(line);
            }
        }
    }
}
