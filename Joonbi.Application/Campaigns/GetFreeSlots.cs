namespace Joonbi.Application.Campaigns;

/// <summary>What the landing page shows of the event: how many free analyses are left, and what one costs without.</summary>
public sealed record GetFreeSlots : IQuery<FreeSlots>;

/// <summary>The slots of all campaigns that are open now.</summary>
/// <param name="Campaign">The one that gives the next slot, or null when none is open.</param>
/// <param name="Slots">How many there were.</param>
/// <param name="Left">How many are left.</param>
/// <param name="Fee">What an analysis costs without a free slot, in whole KRW.</param>
public sealed record FreeSlots(OpenCampaign? Campaign, int Slots, int Left, long Fee);

/// <summary>A campaign as visitors see it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="EndsAt">When it ends, if that is known.</param>
public sealed record OpenCampaign(string Name, DateTimeOffset? EndsAt);
