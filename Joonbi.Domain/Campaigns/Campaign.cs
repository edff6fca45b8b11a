namespace Joonbi.Domain.Campaigns;

/// <summary>What a campaign promises.</summary>
/// <param name="Name">What visitors read.</param>
/// <param name="Slots">How many analyses are free.</param>
/// <param name="StartsAt">From when.</param>
/// <param name="EndsAt">Until when; null for until they are gone.</param>
/// <param name="Active">False: it gives none, whatever the date.</param>
public sealed record CampaignTerms(string Name, int Slots, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, bool Active);

/// <summary>An event that gives a number of analyses away. Taking one is the business of <see cref="ISlotCampaigns"/>.</summary>
/// <param name="Id">Version 7 UUID.</param>
/// <param name="Name">What visitors read.</param>
/// <param name="Slots">How many analyses are free.</param>
/// <param name="Taken">How many of them are taken now.</param>
/// <param name="StartsAt">From when.</param>
/// <param name="EndsAt">Until when; null for until they are gone.</param>
/// <param name="Active">False: it gives none, whatever the date.</param>
/// <param name="Version">Raised by every change, also by a slot that is taken or returned; <c>If-Match</c> demands it.</param>
/// <param name="CreatedAt">When it was planned.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record Campaign(
    Guid Id,
    string Name,
    int Slots,
    int Taken,
    DateTimeOffset StartsAt,
    DateTimeOffset? EndsAt,
    bool Active,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>A new one, of which nothing is taken.</summary>
    public static Campaign Plan(Guid id, CampaignTerms terms, DateTimeOffset now) =>
        new(id, terms.Name, terms.Slots, Taken: 0, terms.StartsAt, terms.EndsAt, terms.Active, Version: 1, now, now);

    /// <summary>The same under other terms. What customers hold already stays theirs.</summary>
    /// <exception cref="RuleViolationException"><c>SLOTS_BELOW_TAKEN</c>.</exception>
    public Campaign Change(CampaignTerms terms, DateTimeOffset now) =>
        terms.Slots < Taken
            ? throw new RuleViolationException("SLOTS_BELOW_TAKEN", $"이미 {Taken}개가 사용되어 그보다 적게 줄일 수 없습니다.")
            : this with { Name = terms.Name, Slots = terms.Slots, StartsAt = terms.StartsAt, EndsAt = terms.EndsAt, Active = terms.Active, Version = Version + 1, UpdatedAt = now };

    /// <summary>What everyone hears who asks for one that does not exist.</summary>
    public static NotFoundException NotFound() => new("CAMPAIGN_NOT_FOUND", "이벤트를 찾을 수 없습니다.");
}
