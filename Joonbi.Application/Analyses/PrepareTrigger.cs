using Joonbi.Application.Screening;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Analyses;

/// <summary>
/// Looks once more before a trigger leaves: is it still wanted, and would the brief, or the rules as they are by now, still
/// pass the screening? What does not is refused here, and costs nobody a run.
/// </summary>
/// <returns>What to announce; null when the trigger must not leave.</returns>
public sealed record PrepareTrigger(Guid ConsultationId, int Attempt, int Trigger) : ICommand<Brief?>;

internal sealed class PrepareTriggerHandler(IConsultationRepository consultations, IScreening screening, TimeProvider clock)
    : IRequestHandler<PrepareTrigger, Brief?>
{
    public async Task<Brief?> Handle(PrepareTrigger command, CancellationToken ct)
    {
        // Nearly every trigger may leave, and then nothing is locked and nothing written.
        var consultation = await consultations.Peek(command.ConsultationId, ct);
        if (IsWanted() && await Objection(consultation, ct) is not null)
        {
            consultation = await consultations.Get(command.ConsultationId, ct);
            if (IsWanted() && await Objection(consultation, ct) is { } rejection)
            {
                consultation.Reject(rejection, Actor.System, clock.GetUtcNow());
                await consultations.Save(consultation, ct);
            }
        }

        return IsWanted() ? consultation.Brief : null;

        bool IsWanted() => consultation.Awaits(command.Attempt, command.Trigger);
    }

    private async Task<Rejection?> Objection(Consultation consultation, CancellationToken ct) =>
        consultation.ScreeningOverruled ? null : await screening.Judge(consultation.Brief, ct);
}
