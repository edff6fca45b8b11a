using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Analyses;

/// <summary>What the customer's progress bar shows from now on.</summary>
public sealed record RecordProgress(Guid ConsultationId, Guid? RunId, ProgressReport Report) : ICommand;

/// <summary>How far the run is.</summary>
/// <param name="Percent">0–100.</param>
/// <param name="Stage">What it is doing, in Korean; 1–100 characters.</param>
/// <param name="Note">More of it, at most 500 characters; or none.</param>
public sealed record ProgressReport(int Percent, string Stage, string? Note = null);

internal sealed class ProgressReportValidator : AbstractValidator<ProgressReport>
{
    public ProgressReportValidator()
    {
        RuleFor(report => report.Percent).InclusiveBetween(0, 100);
        RuleFor(report => report.Stage).NotEmpty().MaximumLength(100);
        RuleFor(report => report.Note).MaximumLength(500);
    }
}

internal sealed class RecordProgressHandler(IConsultationRepository consultations, ConsultationPolicy policy, TimeProvider clock)
    : AsyncRequestHandler<RecordProgress>
{
    protected override async Task Handle(RecordProgress command, CancellationToken ct)
    {
        var (id, runId, report) = command;
        var consultation = await consultations.Get(id, ct);
        consultation.Progress(runId, report.Percent, report.Stage, report.Note, policy, clock.GetUtcNow());
        await consultations.Save(consultation, ct);
    }
}
