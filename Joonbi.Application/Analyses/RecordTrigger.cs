using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Analyses;

/// <summary>Discord has the trigger: from now on the agent's silence is measured.</summary>
public sealed record RecordTrigger(Guid ConsultationId, string MessageId) : ICommand;

internal sealed class RecordTriggerHandler(IConsultationRepository consultations, ConsultationPolicy policy, TimeProvider clock)
    : AsyncRequestHandler<RecordTrigger>
{
    protected override async Task Handle(RecordTrigger command, CancellationToken ct)
    {
        var consultation = await consultations.Get(command.ConsultationId, ct);
        consultation.Triggered(command.MessageId, policy, clock.GetUtcNow());
        await consultations.Save(consultation, ct);
    }
}
