using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>Ends the open link; without one, nothing happens.</summary>
public sealed record UnshareConsultation(Guid Id, Guid UserId) : ICommand;

internal sealed class UnshareConsultationHandler(IConsultationRepository consultations, TimeProvider clock) : AsyncRequestHandler<UnshareConsultation>
{
    protected override async Task Handle(UnshareConsultation command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var consultation = await consultations.GetOwn(command.Id, command.UserId, ct);
        if (await consultations.RevokeLink(consultation, now, ct))
            consultation.Unshare(now);

        await consultations.Save(consultation, ct);
    }
}
