namespace Joonbi.Domain.Campaigns;

/// <summary>The write side's view of stored campaigns.</summary>
public interface ICampaignRepository
{
    /// <summary>Stores a new one.</summary>
    Task Add(Campaign campaign, CancellationToken ct);

    /// <summary>Loads it and locks its row until the command ends: no slot is taken meanwhile.</summary>
    /// <exception cref="NotFoundException"><c>CAMPAIGN_NOT_FOUND</c>.</exception>
    Task<Campaign> Get(Guid id, CancellationToken ct);

    /// <summary>Stores the changed one.</summary>
    Task Save(Campaign campaign, CancellationToken ct);

    /// <summary>Forgets one of which nothing was ever taken.</summary>
    /// <exception cref="ConflictException"><c>CAMPAIGN_IN_USE</c>: somebody holds or held a slot of it.</exception>
    Task Remove(Campaign campaign, CancellationToken ct);
}
