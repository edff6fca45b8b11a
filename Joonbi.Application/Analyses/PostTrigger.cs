using Joonbi.Application.Operators;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Analyses;

/// <summary>
/// Calls the agent. Two transactions with the post between them, so that no row stays locked while Discord answers. A process
/// that dies after the post and before the record posts again: the second message starts nothing, since only one run gets the
/// lease.
/// </summary>
internal sealed class PostTrigger(IMediator mediator, IOperatorChannel channel, TriggerStyle style) : IEventHandler<AnalysisQueued>
{
    public static Lane Lane => Lane.Discord;

    public async Task Handle(AnalysisQueued happened, Delivery delivery, CancellationToken ct)
    {
        if (await mediator.Send(new PrepareTrigger(happened.ConsultationId, happened.Attempt, happened.Trigger), ct) is not { } brief)
            return;

        var messageId = await channel.Post(TriggerPost.Of(happened, brief, style), ct);

        // What Discord has taken is written down even if the process is asked to stop in this very moment.
        await mediator.Send(new RecordTrigger(happened.ConsultationId, messageId), CancellationToken.None);
    }
}
