namespace Joonbi.Domain.Campaigns;

/// <summary>The campaigns that give analyses away, for a limited number of customers.</summary>
public interface ISlotCampaigns
{
    /// <summary>
    /// Takes a free slot of a campaign that is open now, if one is left and the customer holds none of it. However many ask at
    /// once, no slot is given twice; it is theirs when the command commits.
    /// </summary>
    /// <returns>The campaign, or null.</returns>
    Task<Guid?> TryTake(Guid userId, Guid consultationId, CancellationToken ct);
}
