using Joonbi.Application.Consultations;
using Joonbi.Domain;
using Joonbi.Domain.Campaigns;

namespace Joonbi.Application.Campaigns;

/// <summary>A new event with free analyses.</summary>
public sealed record PlanCampaign(Guid AdminId, CampaignDraft Draft) : ICommand<Guid>;

/// <summary>An event as an admin writes it, new or changed.</summary>
/// <param name="Name">What visitors read; 1–100 characters.</param>
/// <param name="Slots">How many analyses are free.</param>
/// <param name="StartsAt">From when.</param>
/// <param name="EndsAt">Until when; absent for until they are gone.</param>
/// <param name="Active">False: it gives none, whatever the date.</param>
public sealed record CampaignDraft(string Name, int Slots, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, bool Active = true)
{
    internal CampaignTerms ToTerms() => new(Name.Trim(), Slots, StartsAt, EndsAt, Active);
}

internal sealed class CampaignDraftValidator : AbstractValidator<CampaignDraft>
{
    private const int MaxName = 100;
    private const int MaxSlots = 100_000;

    public CampaignDraftValidator()
    {
        RuleFor(draft => draft.Name).NotEmpty().Length(1, MaxName).PlainText();
        RuleFor(draft => draft.Slots).InclusiveBetween(0, MaxSlots);
        RuleFor(draft => draft.EndsAt).Must((draft, end) => !(end <= draft.StartsAt)).WithMessage("시작보다 뒤여야 합니다.");
    }
}

internal sealed class PlanCampaignHandler(ICampaignRepository campaigns, IAuditLog audit, IRandomSource random, TimeProvider clock)
    : IRequestHandler<PlanCampaign, Guid>
{
    public async Task<Guid> Handle(PlanCampaign command, CancellationToken ct)
    {
        var campaign = Campaign.Plan(random.NextId(), command.Draft.ToTerms(), clock.GetUtcNow());
        await campaigns.Add(campaign, ct);
        await audit.Write(command.AdminId, "campaign.plan", campaign.Id, null, campaign, ct);
        return campaign.Id;
    }
}
