using Joonbi.Application.Campaigns;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Campaigns;

internal sealed class GetFreeSlotsHandler(ReadDb db, ConsultationPolicy policy, TimeProvider clock) : IRequestHandler<GetFreeSlots, FreeSlots>
{
    static GetFreeSlotsHandler() => DapperConventions.AddJson(typeof(OpenCampaign));

    public async Task<FreeSlots> Handle(GetFreeSlots query, CancellationToken ct) =>
        (await db.One<FreeSlots>(
            """
            select (array_agg(jsonb_build_object('name', name, 'endsAt', ends_at) order by taken >= slots, starts_at, id))[1] as campaign,
                   coalesce(sum(slots), 0)::int as slots,
                   coalesce(sum(slots - taken), 0)::int as "left",
                   @Fee as fee
              from campaigns
             where active and starts_at <= @Now and (ends_at is null or ends_at > @Now)
            """,
            new { Now = clock.GetUtcNow(), Fee = policy.AnalysisFee },
            ct))!;
}
