using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Analyses;

/// <summary>The run gives up. The next attempt follows, or the consultation has failed.</summary>
public sealed record FailAnalysis(Guid ConsultationId, Guid? RunId, FailureReport Report) : ICommand;

/// <summary>Why the run gives up.</summary>
/// <param name="Error">For the studio, 1–2,000 characters.</param>
public sealed record FailureReport(string Error);

internal sealed class FailureReportValidator : AbstractValidator<FailureReport>
{
    public FailureReportValidator() => RuleFor(report => report.Error).NotEmpty().MaximumLength(2_000);
}

internal sealed class FailAnalysisHandler(IConsultationRepository consultations, ConsultationPolicy policy, TimeProvider clock)
    : AsyncRequestHandler<FailAnalysis>
{
    protected override async Task Handle(FailAnalysis command, CancellationToken ct)
    {
        var consultation = await consultations.Get(command.ConsultationId, ct);
        consultation.Fail(command.RunId, command.Report.Error, policy, clock.GetUtcNow());
        await consultations.Save(consultation, ct);
    }
}
