using Joonbi.Domain;
using Joonbi.Domain.Campaigns;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Campaigns;

/// <summary>
/// A campaign's row counts its slots, and the count and the limit are compared by the statement that raises it. Requests of
/// different customers meet only there, and only while slots are left; those of one customer wait for each other.
/// </summary>
internal sealed class SlotCampaigns(DbSession session, IRandomSource random, TimeProvider clock) : ISlotCampaigns
{
    public async Task<Guid?> TryTake(Guid userId, Guid consultationId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await AnyOpen(now, ct))
            return null;

        // A second request of the same customer goes on when the first has committed, and then sees its claim.
        await session.Execute("select id from users where id = @userId for no key update", new { userId }, ct);

        foreach (var campaign in await Open(userId, now, ct))
        {
            if (await Take(campaign, userId, consultationId, now, ct))
                return campaign;
        }

        return null;
    }

    private Task<bool> AnyOpen(DateTimeOffset now, CancellationToken ct) =>
        session.One<bool>(
            """
            select exists (
                select from campaigns
                 where active and taken < slots and starts_at <= @now and (ends_at is null or ends_at > @now))
            """,
            new { now },
            ct);

    private Task<IReadOnlyList<Guid>> Open(Guid userId, DateTimeOffset now, CancellationToken ct) =>
        session.Many<Guid>(
            """
            select id
              from campaigns
             where active and taken < slots and starts_at <= @now and (ends_at is null or ends_at > @now)
               and not exists (select from slot_claims
                                where slot_claims.campaign_id = campaigns.id and user_id = @userId and returned_at is null)
             order by starts_at, id
            """,
            new { userId, now },
            ct);

    private async Task<bool> Take(Guid campaign, Guid userId, Guid consultationId, DateTimeOffset now, CancellationToken ct) =>
        await session.Execute(
            """
            with taken as (
                update campaigns set taken = taken + 1, version = version + 1, updated_at = @now
                 where id = @campaign and active and taken < slots
                returning id)
            insert into slot_claims (id, campaign_id, user_id, consultation_id, taken_at)
            select @claim, id, @userId, @consultationId, @now from taken
            """,
            new { campaign, claim = random.NextId(), userId, consultationId, now },
            ct) == 1;
}
