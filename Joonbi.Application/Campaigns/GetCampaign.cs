using Joonbi.Domain.Campaigns;

namespace Joonbi.Application.Campaigns;

/// <summary>One event, as an admin sees it.</summary>
public sealed record GetCampaign(Guid Id) : IQuery<Campaign?>;
