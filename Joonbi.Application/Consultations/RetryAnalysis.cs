using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>An admin sends it to the agent once more: after a failure with all attempts anew.</summary>
public sealed record RetryAnalysis(Guid ConsultationId, Guid AdminId) : ICommand;

internal sealed class RetryAnalysisHandler(IConsultationRepository consultations, IAuditLog audit, TimeProvider clock)
    : AsyncRequestHandler<RetryAnalysis>
{
    protected override async Task Handle(RetryAnalysis command, CancellationToken ct)
    {
        var consultation = await consultations.Get(command.ConsultationId, ct);
        var before = new { consultation.Status, consultation.Attempts, consultation.Triggers };
        consultation.Retry(clock.GetUtcNow());
        await consultations.Save(consultation, ct);
        await audit.Write(command.AdminId, "consultation.retry", consultation.Id, before, new { consultation.Status, consultation.Attempts, consultation.Triggers }, ct);
    }
}
