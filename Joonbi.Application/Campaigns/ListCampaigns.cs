using Joonbi.Domain.Campaigns;

namespace Joonbi.Application.Campaigns;

/// <summary>All events, newest first, also those that are over or not yet open.</summary>
public sealed record ListCampaigns(PageRequest Page) : IQuery<Page<Campaign>>;
