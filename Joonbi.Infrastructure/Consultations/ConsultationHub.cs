using Joonbi.Application.Consultations;
using Joonbi.Infrastructure.Outbox;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.Consultations;

/// <summary>
/// Brings the timelines of consultations to everyone in this process who watches them. A signal only says which one has grown;
/// the lines are read after the place of each watcher, in one statement for all that changed meanwhile, so the cost does not
/// grow with the number of watchers. The numbers of lines come from a sequence, and a transaction may commit a smaller number
/// after a greater one; but never for one consultation, since its row is locked before a line is added. So after the last line
/// that a watcher was told nothing older appears.
/// </summary>
internal sealed partial class ConsultationHub : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan DatabaseAway = TimeSpan.FromSeconds(1);

    private readonly ConsultationAudience audience;
    private readonly ConsultationTimelines timelines;
    private readonly TimeProvider clock;
    private readonly ILogger<ConsultationHub> logger;
    private readonly Doorbell doorbell;

    public ConsultationHub(
        ConsultationAudience audience, ConsultationTimelines timelines, DatabaseSignals signals, TimeProvider clock, ILogger<ConsultationHub> logger)
    {
        (this.audience, this.timelines, this.clock, this.logger, doorbell) = (audience, timelines, clock, logger, new Doorbell(clock));
        signals.Subscribe(ConsultationRepository.Channel, payload => Hear(Guid.TryParse(payload, out var id) ? id : null));
    }

    /// <summary>A consultation has changed; or, with null, any may have.</summary>
    public void Hear(Guid? consultationId)
    {
        if (audience.Note(consultationId))
            doorbell.Ring();
    }

    /// <summary>From now on the watch is told; what happened since the state was read comes with the next look.</summary>
    public void Begin(ConsultationWatch watch, ConsultationNews state, long? lastSeen)
    {
        audience.Begin(watch, state, lastSeen);
        Hear(watch.ConsultationId);
    }

    /// <summary>One look at everything that has changed since the last one.</summary>
    public async Task Look(CancellationToken ct)
    {
        var wave = audience.TakeChanged();
        if (wave.Count == 0)
            return;

        var lines = await timelines.After([.. wave.Keys], [.. wave.Values.Select(listening => listening.Min(watch => watch.Seen!.Value))], ct);
        foreach (var timeline in lines.GroupBy(line => line.ConsultationId))
        {
            audience.Tell(wave[timeline.Key], timeline);
            if (timeline.Count() == ConsultationTimelines.Most)
                Hear(timeline.Key);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        doorbell.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var polled = clock.GetTimestamp(); !stoppingToken.IsCancellationRequested;)
        {
            await doorbell.Wait(Poll, stoppingToken);
            if (clock.GetElapsedTime(polled) >= Poll)
            {
                polled = clock.GetTimestamp();
                Hear(null);
            }

            await LookOrLog(stoppingToken);
        }
    }

    private async Task LookOrLog(CancellationToken ct)
    {
        try
        {
            await Look(ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            LogLookFailed(exception);
            await Task.Delay(DatabaseAway, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Hear(null);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // The service stops; whoever watched has been let go.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The timelines of watched consultations could not be read")]
    private partial void LogLookFailed(Exception exception);
}
