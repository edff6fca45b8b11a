using Joonbi.Domain;
using Joonbi.Domain.Campaigns;

namespace Joonbi.Application.Campaigns;

/// <summary>Deletes an event that nobody ever took anything of; any other can only be made inactive.</summary>
public sealed record RemoveCampaign(Guid Id, Guid AdminId, int? Version) : ICommand;

internal sealed class RemoveCampaignHandler(ICampaignRepository campaigns, IAuditLog audit) : AsyncRequestHandler<RemoveCampaign>
{
    protected override async Task Handle(RemoveCampaign command, CancellationToken ct)
    {
        var campaign = await campaigns.Get(command.Id, ct);
        StaleVersionException.ThrowUnless(command.Version, campaign.Version);
        await campaigns.Remove(campaign, ct);
        await audit.Write(command.AdminId, "campaign.remove", campaign.Id, campaign, null, ct);
    }
}
