using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>An admin ends the thread of an answered SIMPLE consultation. Said twice, it counts once.</summary>
public sealed record CloseConsultation(Guid ConsultationId, Guid AdminId) : ICommand;

internal sealed class CloseConsultationHandler(IConsultationRepository consultations, IAuditLog audit, TimeProvider clock)
    : AsyncRequestHandler<CloseConsultation>
{
    protected override async Task Handle(CloseConsultation command, CancellationToken ct)
    {
        var consultation = await consultations.Get(command.ConsultationId, ct);
        if (consultation.ClosedAt is not null)
            return;

        consultation.Close(clock.GetUtcNow());
        await consultations.Save(consultation, ct);
        await audit.Write(command.AdminId, "consultation.close", consultation.Id, null, new { consultation.ClosedAt }, ct);
    }
}
