using Joonbi.Application.Screening;
using Joonbi.Domain;
using Joonbi.Domain.Campaigns;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>
/// Changes parts of a brief. It is screened again, since it is another brief now; one that waited for a reference URL and has
/// it goes on as if just submitted.
/// </summary>
/// <param name="Id">Which consultation.</param>
/// <param name="UserId">Whose.</param>
/// <param name="Version">The version that the customer saw, or null for any.</param>
/// <param name="Change">What changes.</param>
public sealed record ChangeBrief(Guid Id, Guid UserId, int? Version, BriefChange Change) : ICommand;

/// <summary>The members of a brief that change; what is absent stays as it is, and null clears what may be empty.</summary>
/// <param name="ProjectName">One line.</param>
/// <param name="Description">What it is for and what it should do.</param>
/// <param name="ReferenceUrls">Sites that it should be like; the whole list.</param>
/// <param name="BudgetMin">Whole KRW.</param>
/// <param name="BudgetMax">Whole KRW.</param>
/// <param name="DesiredDate">A day in Seoul, not past.</param>
/// <param name="Features">Wished-for features, one line each; the whole list.</param>
/// <param name="AttachmentIds">The files that belong to it; the whole list.</param>
public sealed record BriefChange(
    Change<string> ProjectName = default,
    Change<string> Description = default,
    Change<IReadOnlyList<string>> ReferenceUrls = default,
    Change<long?> BudgetMin = default,
    Change<long?> BudgetMax = default,
    Change<DateOnly?> DesiredDate = default,
    Change<IReadOnlyList<string>> Features = default,
    Change<IReadOnlyList<Guid>> AttachmentIds = default)
{
    /// <exception cref="InvalidFieldException">Put together with what is stored, it makes no sense.</exception>
    internal Brief Over(Brief present)
    {
        var brief = new Brief(
            ProjectName.Or(present.ProjectName).Trim(),
            Description.Or(present.Description).Trim(),
            [.. ReferenceUrls.Or(present.ReferenceUrls).Select(url => url.Trim())],
            BudgetMin.Or(present.BudgetMin),
            BudgetMax.Or(present.BudgetMax),
            DesiredDate.Or(present.DesiredDate),
            [.. Features.Or(present.Features).Select(feature => feature.Trim())]);
        return brief.BudgetMin > brief.BudgetMax
            ? throw new InvalidFieldException(BudgetMin.IsGiven ? "budgetMin" : "budgetMax", "최소 예산은 최대 예산보다 클 수 없습니다.")
            : brief;
    }
}

internal sealed class BriefChangeValidator : AbstractValidator<BriefChange>
{
    public BriefChangeValidator(TimeProvider clock)
    {
        RuleFor(change => change.ProjectName.Value).ProjectName().OverridePropertyName(change => change.ProjectName);
        RuleFor(change => change.Description.Value).Description().OverridePropertyName(change => change.Description);
        RuleFor(change => change.ReferenceUrls.Value).MaximumItems(Brief.MaxReferenceUrls).OverridePropertyName(change => change.ReferenceUrls);
        RuleForEach(change => change.ReferenceUrls.Value).ReferenceUrl().OverridePropertyName(change => change.ReferenceUrls);
        RuleFor(change => change.BudgetMin.Value).GreaterThanOrEqualTo(0).OverridePropertyName(change => change.BudgetMin);
        RuleFor(change => change.BudgetMax.Value).GreaterThanOrEqualTo(0).OverridePropertyName(change => change.BudgetMax);
        RuleFor(change => change.DesiredDate.Value).DesiredDate(clock).OverridePropertyName(change => change.DesiredDate);
        RuleFor(change => change.Features.Value).MaximumItems(Brief.MaxFeatures).OverridePropertyName(change => change.Features);
        RuleForEach(change => change.Features.Value).Feature().OverridePropertyName(change => change.Features);
        RuleFor(change => change.AttachmentIds.Value).MaximumItems(Brief.MaxAttachments).OverridePropertyName(change => change.AttachmentIds);
    }
}

internal sealed class ChangeBriefHandler(
    IConsultationRepository consultations,
    IScreening screening,
    ISlotCampaigns campaigns,
    ConsultationPolicy policy,
    TimeProvider clock) : AsyncRequestHandler<ChangeBrief>
{
    protected override async Task Handle(ChangeBrief command, CancellationToken ct)
    {
        var consultation = await consultations.GetOwn(command.Id, command.UserId, ct);
        StaleVersionException.ThrowUnless(command.Version, consultation.Version);
        consultation.Change(command.Change.Over(consultation.Brief), Actor.Customer, clock.GetUtcNow());
        await FindPlace(consultation, clock.GetUtcNow(), ct);
        await consultations.Save(consultation, ct);
        if (command.Change.AttachmentIds is { IsGiven: true, Value: { } files })
            await consultations.ReplaceAttachments(consultation, files, ct);
    }

    private async Task FindPlace(Consultation consultation, DateTimeOffset now, CancellationToken ct)
    {
        var rejection = consultation.ScreeningOverruled ? null : await screening.Judge(consultation.Brief, ct);
        if (rejection is not null)
            consultation.Reject(rejection, Actor.System, now);
        else if (consultation is { Status: ConsultationStatus.OnHold, WantsSlot: true })
            consultation.Proceed(await campaigns.TryTake(consultation.UserId, consultation.Id, ct), policy, now);
    }
}
