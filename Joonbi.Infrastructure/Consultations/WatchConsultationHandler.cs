using Joonbi.Application.Consultations;

namespace Joonbi.Infrastructure.Consultations;

/// <summary>The ear is open before the state is read, so that nothing falls between the two.</summary>
internal sealed class WatchConsultationHandler(ConsultationAudience audience, ConsultationHub hub, ConsultationTimelines timelines)
    : IRequestHandler<WatchConsultation, IConsultationWatch?>
{
    public async Task<IConsultationWatch?> Handle(WatchConsultation query, CancellationToken ct)
    {
        var watch = audience.Join(query.Id, query.UserId);
        try
        {
            if (await timelines.State(query.Id, query.UserId, ct) is { } state)
            {
                hub.Begin(watch, state, query.LastSeen);
                return watch;
            }
        }
        catch
        {
            watch.Dispose();
            throw;
        }

        watch.Dispose();
        return null;
    }
}
