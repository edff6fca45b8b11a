using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Notifications;

/// <summary>What the result of an ANALYSIS says, in short.</summary>
public sealed record GetVerdict(Guid ConsultationId) : IQuery<Verdict?>;

/// <summary>The figures that everybody asks for first.</summary>
/// <param name="Analysis">What the agent found.</param>
/// <param name="HasScreens">There are sample screens to look at.</param>
public sealed record Verdict(Analysis Analysis, bool HasScreens)
{
    internal string Feasibility => Analysis.Feasibility switch
    {
        Domain.Consultations.Feasibility.Feasible => "진행 가능",
        Domain.Consultations.Feasibility.Conditional => "조건부 진행 가능",
        Domain.Consultations.Feasibility.Infeasible => "진행 불가",
    };

    internal string Estimate => Won.Range(Analysis.EstimatedMin, Analysis.EstimatedMax);

    internal string Duration => $"약 {Analysis.EstimatedDays}일";
}
