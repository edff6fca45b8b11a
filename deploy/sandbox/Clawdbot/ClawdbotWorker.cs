using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Joonbi.Sandbox.Control;

namespace Joonbi.Sandbox.Clawdbot;

/// <summary>
/// Plays the agent that watches the channel: every trigger becomes a job, 32 at a time. Unfinished jobs are kept in a file, so
/// that a restarted sandbox goes on with them; and what was never heard of is found by asking for the pending ones.
/// </summary>
internal sealed partial class ClawdbotWorker(
    IServiceProvider services, RunBoard board, Faults faults, SandboxSettings settings, TimeProvider clock, ILogger<ClawdbotWorker> log)
    : BackgroundService
{
    private const int Parallel = 32;
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);
    private readonly Channel<Trigger> heard = Channel.CreateUnbounded<Trigger>();
    private readonly ConcurrentDictionary<string, Trigger> unfinished = new();
    private readonly Lock file = new();

    private bool Plays => settings is { PlaysClawdbot: true, InternalApiKey: not null };

    public void Hear(Trigger trigger)
    {
        if (!Plays || faults.Take("clawdbot").Mode is "silent")
        {
            board.Show(trigger, "무시함", 0, "클로드봇이 꺼져 있습니다.");
            return;
        }

        if (unfinished.TryAdd(trigger.Key, trigger))
        {
            Remember();
            board.Show(trigger, "대기 중", 0, "차례를 기다립니다.");
            heard.Writer.TryWrite(trigger);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Plays)
        {
            return;
        }

        TakeUp();
        var sweeping = SweepPending(stoppingToken);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            heard.Reader.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = stoppingToken },
            async (trigger, ct) => await Work(trigger, ct));
        await sweeping;
    }

    private async Task Work(Trigger trigger, CancellationToken ct)
    {
        try
        {
            await services.GetRequiredService<Analysis>().Do(trigger, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return; // Unfinished: the next start takes it up.
        }
        catch (StoppedException stopped)
        {
            board.Show(trigger, "그만둠", 0, $"다른 실행이 맡았거나 끝난 상담입니다 ({stopped.Message}).");
        }
        catch (Exception failure)
        {
            CouldNotFinish(failure, trigger.ConsultationId);
            board.Show(trigger, "실패", 0, failure.Message);
        }

        unfinished.TryRemove(trigger.Key, out _);
        Remember();
    }

    /// <summary>A trigger that was lost on the way is found here; the watchdog of the API would send it again only after minutes.</summary>
    private async Task SweepPending(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Sweep, clock, ct);
                foreach (var id in await services.GetRequiredService<JoonbiApi>().Pending(ct))
                {
                    if (unfinished.Values.All(trigger => trigger.ConsultationId != id))
                    {
                        Hear(new Trigger($"pending-{id}-{clock.GetUtcNow():yyyyMMddHHmm}", id));
                    }
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                CouldNotAsk(failure.Message);
            }
        }
    }

    private string? JobsFile => settings.DataFolder is { } folder ? Path.Combine(folder, "jobs.json") : null;

    private void TakeUp()
    {
        if (JobsFile is not { } path || !File.Exists(path))
        {
            return;
        }

        foreach (var trigger in JsonSerializer.Deserialize<List<Trigger>>(File.ReadAllText(path)) ?? [])
        {
            Hear(trigger);
        }
    }

    private void Remember()
    {
        if (JobsFile is not { } path)
        {
            return;
        }

        lock (file)
        {
            Directory.CreateDirectory(settings.DataFolder!);
            File.WriteAllText(path + ".new", JsonSerializer.Serialize(unfinished.Values));
            File.Move(path + ".new", path, overwrite: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Clawdbot could not finish {ConsultationId}")]
    private partial void CouldNotFinish(Exception failure, Guid consultationId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Clawdbot could not ask for pending consultations: {Reason}")]
    private partial void CouldNotAsk(string reason);
}
