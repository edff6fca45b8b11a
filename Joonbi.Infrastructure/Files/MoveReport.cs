namespace Joonbi.Infrastructure.Files;

/// <summary>How far a move has come.</summary>
/// <param name="Seen">Files that were dealt with.</param>
/// <param name="Total">Files that there were at the beginning.</param>
/// <param name="Waiting">The old copies are removed only after so long, when no link leads to them any more.</param>
public sealed record MoveProgress(int Seen, int Total, TimeSpan? Waiting = null);

/// <summary>What a move has done; each file that was dealt with is in one of its numbers.</summary>
public sealed class MoveReport
{
    private readonly Lock guard = new();
    private readonly List<(string Key, string Reason)> left = [];

    /// <summary>Files that have left their old place.</summary>
    public int Moved { get; private set; }

    /// <summary>How large they are together.</summary>
    public long MovedBytes { get; private set; }

    /// <summary>Files that are copied and verified, and still at their old place too.</summary>
    public int Copied { get; private set; }

    /// <summary>Files that were at their new place already.</summary>
    public int There { get; private set; }

    /// <summary>Files whose owners deleted them meanwhile.</summary>
    public int Deleted { get; private set; }

    /// <summary>Files that are not at their new place, and why, in Korean.</summary>
    public IReadOnlyList<(string Key, string Reason)> Left => left;

    /// <summary>Why it ended early, in Korean; null when every file was dealt with.</summary>
    public string? BrokenOff { get; internal set; }

    /// <summary>Whether every file is at its new place and nowhere else.</summary>
    public bool IsComplete => BrokenOff is null && left.Count == 0 && Copied == 0;

    internal int Seen
    {
        get
        {
            lock (guard)
                return Moved + Copied + There + Deleted + left.Count;
        }
    }

    internal void CountCopied() => Count(() => Copied++);

    internal void CountMoved(long size) => Count(() => (Copied, Moved, MovedBytes) = (Copied - 1, Moved + 1, MovedBytes + size));

    internal void CountThere() => Count(() => There++);

    internal void CountDeleted() => Count(() => Deleted++);

    internal void CountLeft(string key, string reason) => Count(() => left.Add((key, reason)));

    private void Count(Action change)
    {
        lock (guard)
            change();
    }
}
