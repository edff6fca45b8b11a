using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>The customer steps back, before the agent has begun.</summary>
public sealed record CancelConsultation(Guid Id, Guid UserId) : ICommand;

internal sealed class CancelConsultationHandler(IConsultationRepository consultations, TimeProvider clock) : AsyncRequestHandler<CancelConsultation>
{
    protected override async Task Handle(CancelConsultation command, CancellationToken ct)
    {
        var consultation = await consultations.GetOwn(command.Id, command.UserId, ct);
        consultation.Cancel(Actor.Customer, clock.GetUtcNow());
        await consultations.Save(consultation, ct);
    }
}
