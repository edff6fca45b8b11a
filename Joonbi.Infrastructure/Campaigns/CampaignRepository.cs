using Joonbi.Domain;
using Joonbi.Domain.Campaigns;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Campaigns;

internal sealed class CampaignRepository(DbSession session) : ICampaignRepository
{
    public Task Add(Campaign campaign, CancellationToken ct) =>
        session.Execute(
            """
            insert into campaigns (id, name, slots, taken, starts_at, ends_at, active, version, created_at, updated_at)
            values (@Id, @Name, @Slots, @Taken, @StartsAt, @EndsAt, @Active, @Version, @CreatedAt, @UpdatedAt)
            """,
            campaign,
            ct);

    public async Task<Campaign> Get(Guid id, CancellationToken ct) =>
        await session.One<Campaign>(
            """
            select id, name, slots, taken, starts_at, ends_at, active, version, created_at, updated_at
              from campaigns
             where id = @id
               for update
            """,
            new { id },
            ct) ?? throw Campaign.NotFound();

    public Task Save(Campaign campaign, CancellationToken ct) =>
        session.Execute(
            """
            update campaigns
               set name = @Name, slots = @Slots, starts_at = @StartsAt, ends_at = @EndsAt, active = @Active, version = @Version, updated_at = @UpdatedAt
             where id = @Id
            """,
            campaign,
            ct);

    /// <summary>Every claim has its row, also a returned one, and none appears while the campaign's row is locked.</summary>
    public async Task Remove(Campaign campaign, CancellationToken ct)
    {
        var removed = await session.Execute(
            "delete from campaigns where id = @Id and not exists (select from slot_claims where campaign_id = @Id)", new { campaign.Id }, ct);
        if (removed == 0)
            throw new ConflictException("CAMPAIGN_IN_USE", "이미 사용된 이벤트는 삭제할 수 없습니다. 대신 비활성으로 바꿔 주세요.");
    }
}
