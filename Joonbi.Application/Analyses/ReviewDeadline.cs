using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Analyses;

/// <summary>The watchdog looks at one consultation whose deadline has passed; what follows is the consultation's own business.</summary>
public sealed record ReviewDeadline(Guid ConsultationId) : ICommand;

internal sealed class ReviewDeadlineHandler(IConsultationRepository consultations, ConsultationPolicy policy, TimeProvider clock)
    : AsyncRequestHandler<ReviewDeadline>
{
    protected override async Task Handle(ReviewDeadline command, CancellationToken ct)
    {
        var consultation = await consultations.Get(command.ConsultationId, ct);
        consultation.Overdue(policy, clock.GetUtcNow());
        await consultations.Save(consultation, ct);
    }
}
