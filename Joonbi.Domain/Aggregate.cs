namespace Joonbi.Domain;

/// <summary>A fact about the past, named in the past tense, made of ids and values only, so that it survives JSON.</summary>
public interface IDomainEvent;

/// <summary>The root of a consistency boundary. It collects the events that its own methods raise.</summary>
public abstract class Aggregate
{
    private readonly List<IDomainEvent> events = [];

    /// <summary>Something happened that is not stored yet; nothing a reader could see changes without an event.</summary>
    public bool HasNews => events.Count > 0;

    /// <summary>Remembers a fact until the aggregate is stored.</summary>
    protected void Raise(IDomainEvent happened) => events.Add(happened);

    /// <summary>Hands the events over, once, to whoever stores the aggregate.</summary>
    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        var taken = events.ToArray();
        events.Clear();
        return taken;
    }
}
