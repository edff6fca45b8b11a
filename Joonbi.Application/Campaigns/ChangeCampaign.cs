using Joonbi.Domain;
using Joonbi.Domain.Campaigns;

namespace Joonbi.Application.Campaigns;

/// <summary>Puts an event under other terms.</summary>
/// <param name="Id">Which.</param>
/// <param name="AdminId">Who.</param>
/// <param name="Version">The version that the admin saw, or null for any.</param>
/// <param name="Draft">All of it, as it shall be.</param>
public sealed record ChangeCampaign(Guid Id, Guid AdminId, int? Version, CampaignDraft Draft) : ICommand;

internal sealed class ChangeCampaignHandler(ICampaignRepository campaigns, IAuditLog audit, TimeProvider clock) : AsyncRequestHandler<ChangeCampaign>
{
    protected override async Task Handle(ChangeCampaign command, CancellationToken ct)
    {
        var before = await campaigns.Get(command.Id, ct);
        StaleVersionException.ThrowUnless(command.Version, before.Version);
        var after = before.Change(command.Draft.ToTerms(), clock.GetUtcNow());
        await campaigns.Save(after, ct);
        await audit.Write(command.AdminId, "campaign.change", after.Id, before, after, ct);
    }
}
