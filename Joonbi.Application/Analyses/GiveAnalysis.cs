using Joonbi.Domain.Consultations;
using Mapster;

namespace Joonbi.Application.Analyses;

/// <summary>The agent's finding. Given once; INFEASIBLE ends the consultation at once.</summary>
public sealed record GiveAnalysis(Guid ConsultationId, Guid? RunId, AnalysisReport Report) : ICommand<PartsState>;

/// <summary>The finding, as the agent words it.</summary>
/// <param name="Feasibility">FEASIBLE, CONDITIONAL or INFEASIBLE.</param>
/// <param name="EstimatedMin">Whole KRW; not above <paramref name="EstimatedMax"/>.</param>
/// <param name="EstimatedMax">Whole KRW.</param>
/// <param name="EstimatedDays">At least 1.</param>
/// <param name="Features">0–200 priced parts.</param>
/// <param name="Risks">0–50 sentences in Korean.</param>
/// <param name="RejectReason">Korean, shown to the customer; required when INFEASIBLE.</param>
public sealed record AnalysisReport(
    Feasibility Feasibility,
    long EstimatedMin,
    long EstimatedMax,
    int EstimatedDays,
    IReadOnlyList<FeatureReport> Features,
    IReadOnlyList<string> Risks,
    string? RejectReason = null);

/// <summary>One priced part of the estimate.</summary>
/// <param name="Name">1–200 characters.</param>
/// <param name="Price">Whole KRW, not negative.</param>
/// <param name="Required">False: the customer may leave it out.</param>
/// <param name="Description">At most 2,000 characters; or none.</param>
public sealed record FeatureReport(string Name, long Price, bool Required, string? Description = null);

/// <summary>Where the consultation stands after the call.</summary>
public sealed record PartsState(ConsultationStatus Status, DeliveredParts Parts);

internal sealed class AnalysisReportValidator : AbstractValidator<AnalysisReport>
{
    /// <summary>A hundred billion KRW: no honest estimate reaches it, and sums of it stay far from overflow.</summary>
    internal const long MaxPrice = 100_000_000_000;

    public AnalysisReportValidator()
    {
        RuleFor(report => report.EstimatedMin).InclusiveBetween(0, MaxPrice);
        RuleFor(report => report.EstimatedMax).InclusiveBetween(0, MaxPrice);
        RuleFor(report => report.EstimatedMax).GreaterThanOrEqualTo(report => report.EstimatedMin).WithMessage("estimatedMin보다 작을 수 없습니다.");
        RuleFor(report => report.EstimatedDays).InclusiveBetween(1, 3_650);
        RuleFor(report => report.Features).Must(features => features.Count <= 200).WithMessage("200개 이하여야 합니다.");
        RuleForEach(report => report.Features).NotNull().SetValidator(new FeatureReportValidator());
        RuleFor(report => report.Risks).Must(risks => risks.Count <= 50).WithMessage("50개 이하여야 합니다.");
        RuleForEach(report => report.Risks).NotEmpty().MaximumLength(1_000);
        RuleFor(report => report.RejectReason).MaximumLength(2_000);
        RuleFor(report => report.RejectReason).NotEmpty().When(report => report.Feasibility is Feasibility.Infeasible)
            .WithMessage("INFEASIBLE이면 사유가 필요합니다.");
    }
}

internal sealed class FeatureReportValidator : AbstractValidator<FeatureReport>
{
    public FeatureReportValidator()
    {
        RuleFor(feature => feature.Name).NotEmpty().MaximumLength(200);
        RuleFor(feature => feature.Price).InclusiveBetween(0, AnalysisReportValidator.MaxPrice);
        RuleFor(feature => feature.Description).MaximumLength(2_000);
    }
}

internal sealed class GiveAnalysisHandler(IConsultationRepository consultations, ConsultationPolicy policy, TimeProvider clock)
    : IRequestHandler<GiveAnalysis, PartsState>
{
    public async Task<PartsState> Handle(GiveAnalysis command, CancellationToken ct)
    {
        var consultation = await consultations.Get(command.ConsultationId, ct);
        consultation.Give(command.RunId, command.Report.Adapt<Analysis>(), policy, clock.GetUtcNow());
        await consultations.Save(consultation, ct);
        return new PartsState(consultation.Status, DeliveredParts.Of(consultation));
    }
}
