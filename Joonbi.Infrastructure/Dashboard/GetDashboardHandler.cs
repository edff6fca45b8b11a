using System.Buffers.Binary;
using System.Text.Json;
using Joonbi.Application.Campaigns;
using Joonbi.Application.Dashboard;
using Joonbi.Application.Health;
using Joonbi.Domain;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Dashboard;

/// <summary>Each section is a statement of its own, answered by indexes: a part of the business that comes later adds its own.</summary>
internal sealed class GetDashboardHandler(ReadDb db, IMediator mediator, ConsultationPolicy policy, TimeProvider clock) : IRequestHandler<GetDashboard, Overview>
{
    static GetDashboardHandler() => DapperConventions.AddJson(typeof(IReadOnlyList<StatusCount>));

    public async Task<Overview> Handle(GetDashboard query, CancellationToken ct)
    {
        var slots = await mediator.Send(new GetFreeSlots(), ct);
        return new Overview(await Consultations(ct), new SlotBoard(slots.Slots, slots.Left), await mediator.Send(new GetMoneyBoard(), ct), await Outbox(ct), await Attention(ct));
    }

    /// <summary>A version 7 id begins with its time, so a range of days is a range of the primary key.</summary>
    private async Task<ConsultationBoard> Consultations(CancellationToken ct)
    {
        var today = Seoul.Midnight(clock.GetUtcNow());
        return (await db.One<ConsultationBoard>(
            """
            select (select jsonb_agg(jsonb_build_object('status', status, 'count', coalesce(count, 0)) order by place)
                      from unnest(@Statuses) with ordinality as known (status, place)
                      left join (select status, count(*) from consultations group by status) counted using (status)) as by_status,
                   (select count(*) from consultations where id >= @Today)::int as new_today,
                   (select count(*) from consultations where id >= @Week)::int as new_last7_days,
                   (select count(*) filter (where status in ('COMPLETED', 'CONVERTED'))::float8 / nullif(count(*), 0)
                      from consultations
                     where id >= @Month and status in ('COMPLETED', 'CONVERTED', 'REJECTED', 'FAILED', 'CANCELLED')) as completion_rate,
                   (select percentile_cont(0.5) within group (order by extract(epoch from completed_at - queued.at) / 60)
                      from consultations
                      join lateral (select at from consultation_events where consultation_id = consultations.id and kind = 'QUEUED' order by seq limit 1) queued on true
                     where id >= @Month and consultations.kind = 'ANALYSIS' and completed_at is not null) as median_minutes
            """,
            new
            {
                Statuses = Enum.GetNames<ConsultationStatus>().Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName).ToArray(),
                Today = FirstId(today),
                Week = FirstId(today.AddDays(-6)),
                Month = Month(),
            },
            ct))!;
    }

    private async Task<OutboxBoard> Outbox(CancellationToken ct)
    {
        var age = await mediator.Send(new GetOutboxAge(), ct);
        var waiting = await db.One<int>("select count(*)::int from outbox where processed_at is null and failed_at is null", new { }, ct);
        return new OutboxBoard(waiting, age.Failed, age.OldestSeconds);
    }

    private Task<IReadOnlyList<AttentionItem>> Attention(CancellationToken ct) =>
        db.Many<AttentionItem>(
            """
            (select 'UNANSWERED' as kind, id, project_name as title, created_at as since
               from consultations
              where status = 'REQUESTED' and kind = 'SIMPLE'
              order by consultations.id
              limit 50)
            union all
            (select 'REPLY_UNANSWERED', consultation_id, project_name, messages.created_at
               from consultation_messages messages
               join consultations on consultations.id = consultation_id
              where messages.id >= @Month and author = 'CUSTOMER' and closed_at is null and status not in ('REJECTED', 'CANCELLED')
                and not (kind = 'SIMPLE' and status = 'REQUESTED')
                and not exists (select from consultation_messages later where later.consultation_id = consultations.id and later.id > messages.id)
              order by messages.id
              limit 50)
            union all
            (select 'ANALYSIS_FAILED', id, project_name, updated_at
               from consultations
              where status = 'FAILED'
              order by consultations.id
              limit 50)
            union all
            (select 'ANALYSIS_NOT_STARTED', id, project_name, triggered_at
               from consultations
              where kind = 'ANALYSIS' and status = 'REQUESTED' and triggers > @MaxRetriggers and deadline_at is null and triggered_at <= @TriggeredBefore
              order by consultations.id
              limit 50)
            union all
            (select 'DELIVERY_DEAD', id, handler, failed_at
               from outbox
              where failed_at is not null
              order by outbox.id desc
              limit 50)
            order by since, id
            limit 50
            """,
            new { policy.MaxRetriggers, TriggeredBefore = clock.GetUtcNow() - policy.StartDeadline, Month = Month() },
            ct);

    private Guid Month() => FirstId(clock.GetUtcNow().AddDays(-30));

    /// <summary>Not above any id of that time or later.</summary>
    private static Guid FirstId(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
