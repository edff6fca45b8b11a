using Joonbi.Application.Screening;
using Joonbi.Domain;
using Joonbi.Domain.Campaigns;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Consultations;

/// <summary>Takes a brief in, and finds its place at once: refused, on hold, waiting for the fee, or on its way.</summary>
public sealed record SubmitConsultation(Guid UserId, ConsultationDraft Draft) : ICommand<Guid>;

/// <summary>A brief as a customer hands it in.</summary>
/// <param name="Kind">간편 상담 or 분석 상담.</param>
/// <param name="ProjectName">One line.</param>
/// <param name="Description">What it is for and what it should do.</param>
/// <param name="ReferenceUrls">Sites that it should be like.</param>
/// <param name="BudgetMin">Whole KRW.</param>
/// <param name="BudgetMax">Whole KRW.</param>
/// <param name="DesiredDate">A day in Seoul, not past.</param>
/// <param name="Features">Wished-for features, one line each.</param>
/// <param name="AttachmentIds">The customer's own uploaded files that belong to nothing yet.</param>
public sealed record ConsultationDraft(
    ConsultationKind Kind,
    string ProjectName,
    string Description,
    IReadOnlyList<string>? ReferenceUrls,
    long? BudgetMin,
    long? BudgetMax,
    DateOnly? DesiredDate,
    IReadOnlyList<string>? Features,
    IReadOnlyList<Guid>? AttachmentIds)
{
    internal Brief ToBrief() => new(
        ProjectName.Trim(),
        Description.Trim(),
        [.. (ReferenceUrls ?? []).Select(url => url.Trim())],
        BudgetMin,
        BudgetMax,
        DesiredDate,
        [.. (Features ?? []).Select(feature => feature.Trim())]);
}

internal sealed class ConsultationDraftValidator : AbstractValidator<ConsultationDraft>
{
    public ConsultationDraftValidator(TimeProvider clock)
    {
        RuleFor(draft => draft.ProjectName).ProjectName();
        RuleFor(draft => draft.Description).Description();
        RuleFor(draft => draft.ReferenceUrls).MaximumItems(Brief.MaxReferenceUrls);
        RuleForEach(draft => draft.ReferenceUrls).ReferenceUrl();
        RuleFor(draft => draft.BudgetMin).GreaterThanOrEqualTo(0);
        RuleFor(draft => draft.BudgetMax).GreaterThanOrEqualTo(0);
        RuleFor(draft => draft.BudgetMin).Must((draft, min) => !(min > draft.BudgetMax)).WithMessage("최소 예산은 최대 예산보다 클 수 없습니다.");
        RuleFor(draft => draft.DesiredDate).DesiredDate(clock);
        RuleFor(draft => draft.Features).MaximumItems(Brief.MaxFeatures);
        RuleForEach(draft => draft.Features).Feature();
        RuleFor(draft => draft.AttachmentIds).MaximumItems(Brief.MaxAttachments);
    }
}

internal sealed class SubmitConsultationHandler(
    IConsultationRepository consultations,
    IScreening screening,
    ISlotCampaigns campaigns,
    IRandomSource random,
    ConsultationPolicy policy,
    TimeProvider clock) : IRequestHandler<SubmitConsultation, Guid>
{
    public async Task<Guid> Handle(SubmitConsultation command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var consultation = Consultation.Submit(random.NextId(), command.UserId, command.Draft.Kind, command.Draft.ToBrief(), now);
        var rejection = await screening.Judge(consultation.Brief, ct);
        if (rejection is not null)
            consultation.Reject(rejection, Actor.System, now);
        else
            consultation.Proceed(consultation.WantsSlot ? await campaigns.TryTake(consultation.UserId, consultation.Id, ct) : null, policy, now);

        await consultations.Add(consultation, ct);
        await consultations.Attach(consultation, command.Draft.AttachmentIds ?? [], ct);
        return consultation.Id;
    }
}
