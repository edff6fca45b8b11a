using System.Collections.Concurrent;

namespace Joonbi.Sandbox.Clawdbot;

/// <summary>One trigger and what came of it, as the page shows it.</summary>
internal sealed record Run(string Key, Guid ConsultationId, DateTimeOffset At, string State, int Percent, string Note, string? ProjectName = null);

/// <summary>The newest 500 runs of Clawdbot.</summary>
internal sealed class RunBoard(Journal journal, TimeProvider clock)
{
    private const int Kept = 500;
    private readonly ConcurrentDictionary<string, Run> runs = new();

    public IReadOnlyList<Run> All() => [.. runs.Values.OrderBy(run => run.At)];

    public void Show(Trigger trigger, string state, int percent, string note, string? projectName = null)
    {
        var run = runs.AddOrUpdate(
            trigger.Key,
            _ => new Run(trigger.Key, trigger.ConsultationId, clock.GetUtcNow(), state, percent, note, projectName),
            (_, old) => old with { State = state, Percent = percent, Note = note, ProjectName = projectName ?? old.ProjectName });
        journal.Announce(run);
        if (runs.Count > Kept && All()[0] is var oldest)
        {
            runs.TryRemove(oldest.Key, out _);
        }
    }

    public void Clear() => runs.Clear();
}
