using System.Text.Json;
using Joonbi.Application.Consultations;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Consultations;

/// <summary>
/// Reads what customers may know of consultations' timelines. Only the named members of an event leave, so that what a later
/// version adds to one stays inside until somebody names it here.
/// </summary>
internal sealed class ConsultationTimelines(ReadDb db)
{
    /// <summary>The most lines of one consultation that are read at once.</summary>
    public const int Most = 500;

    private static readonly string[] Told =
        [.. Enum.GetValues<TimelineKind>().Where(ConsultationNews.Tells).Select(kind => JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString()))];

    private const string Over =
        """
        (consultations.status in ('REJECTED', 'FAILED', 'CANCELLED', 'CONVERTED') or consultations.closed_at is not null
         or consultations.status = 'COMPLETED' and consultations.kind = 'ANALYSIS')
        """;

    static ConsultationTimelines() => DapperConventions.AddJson(typeof(IReadOnlyList<DocumentNews>));

    /// <summary>How it stands, with the number of its last line: one statement, so neither is ahead of the other. Null when it is not this customer's.</summary>
    public Task<ConsultationNews?> State(Guid id, Guid userId, CancellationToken ct) =>
        db.One<ConsultationNews>(
            $"""
            select id as consultation_id,
                   (select coalesce(max(seq), 0) from consultation_events where consultation_id = consultations.id and kind = any (@Told)) as seq,
                   null::text as kind, null::text as actor, updated_at as at, status, {Over} as over, percent, stage, note,
                   (select coalesce(jsonb_agg(jsonb_build_object('type', type, 'version', version, 'fileId', file_id) order by type), '[]')
                      from (select distinct on (type) type, version, file_id
                              from documents
                             where consultation_id = consultations.id
                             order by type, version desc) latest) as documents,
                   designs_version, analysis->>'feasibility' as feasibility, rejection, null::uuid as message_id
              from consultations
             where id = @id and user_id = @userId
            """,
            new { id, userId, Told },
            ct);

    /// <summary>The lines of each consultation after a number of its own: one statement, however many are asked for.</summary>
    public Task<IReadOnlyList<ConsultationNews>> After(Guid[] ids, long[] seqs, CancellationToken ct) =>
        db.Many<ConsultationNews>(
            $"""
            select consultations.id as consultation_id, line.seq, line.kind, line.actor, line.at, consultations.status,
                   line.is_last and {Over} as over,
                   (data->>'percent')::int as percent, data->>'stage' as stage, data->>'note' as note,
                   case when line.kind = 'DOCUMENT' then jsonb_build_array(jsonb_build_object(
                       'type', data->'type', 'version', data->'version', 'fileId', data->'fileId')) end as documents,
                   case when line.kind = 'DESIGNS' then (data->>'version')::int end as designs_version,
                   data->>'feasibility' as feasibility,
                   case when line.kind = 'REJECTED' then jsonb_build_object('code', data->'code', 'reason', data->'reason') end as rejection,
                   case when line.kind = 'MESSAGE' then (data->>'messageId')::uuid end as message_id
              from unnest(@ids, @seqs) as wanted (id, seq)
              join consultations on consultations.id = wanted.id
             cross join lateral (
                   select seq, kind, actor, at, data, lead(seq) over (order by seq) is null as is_last
                     from consultation_events
                    where consultation_id = wanted.id and seq > wanted.seq and kind = any (@Told)
                    order by seq
                    limit @Most) line
             order by line.seq
            """,
            new { ids, seqs, Told, Most },
            ct);
}
