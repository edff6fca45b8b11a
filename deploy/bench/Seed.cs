using Joonbi.Api.Security;

namespace Joonbi.Bench;

/// <summary>Rows by the thousand, made in the database: realistic in shape, quick to make.</summary>
internal static class Seed
{
    /// <summary>Every customer has 20 consultations, as the list shows them.</summary>
    public const int PerCustomer = 20;

    /// <summary>Brings the tables to that many consultations; ids sort by time as the program's own do.</summary>
    public static async Task Consultations(Database database, int count)
    {
        var present = (await database.Query<int>("select count(*)::int from users")).Single();
        await database.Execute(
            """
            -- What searches names is made when the rows are there: row by row it would take most of the time.
            drop index consultations_by_name, users_by_name;
            insert into users (id, email, name, role, email_verified_at, created_at, updated_at)
            select overlay(md5('u' || n) placing '7' from 13)::uuid, 'u' || n || '@joonbi.test', '고객', 'CUSTOMER', @At, @At, @At
              from generate_series(@From, @To) n;
            insert into sessions (id, user_id, user_agent, ip_address, created_at, last_used_at, expires_at)
            select id, id, 'bench', '127.0.0.1', @At, @At, @At::timestamptz + interval '1 year' from users
            on conflict do nothing;
            insert into consultations (id, user_id, kind, status, project_name, description, reference_urls, budget_min, budget_max, features, created_at, updated_at)
            select (lpad(to_hex(1790000000000 + k * 1000000 + n), 12, '0') || '7' || substr(md5(n || '-' || k), 1, 3) || '8' || substr(md5(k || '-' || n), 1, 15))::uuid,
                   overlay(md5('u' || n) placing '7' from 13)::uuid, 'SIMPLE', 'COMPLETED', '우리동네 빵집 홈페이지 ' || k,
                   '빵집을 알리는 홈페이지가 필요합니다. 메뉴와 오시는 길, 예약 문의를 받고 싶어요.', array['https://example.com/' || k], 1000000, 3000000, array['예약', '게시판'],
                   @At::timestamptz + (k || ' days')::interval, @At::timestamptz + (k || ' days')::interval
              from generate_series(1, @PerCustomer) k, generate_series(@From, @To) n;
            set maintenance_work_mem = '512MB';
            create index consultations_by_name on consultations using gin (letter_pairs(project_name));
            create index users_by_name on users using gin (letter_pairs(name || ' ' || email));
            """,
            new { From = present + 1, To = count / PerCustomer, PerCustomer, At });
        foreach (var table in new[] { "users", "sessions", "consultations" })
            await database.Execute($"vacuum analyze {table}");
    }

    /// <summary>A campaign with more slots than anybody will take.</summary>
    public static Task OpenCampaign(Database database) => database.Execute("update campaigns set slots = 1000000");

    /// <summary>So many ANALYSIS consultations, each with its trigger waiting in the outbox.</summary>
    public static Task Triggers(Database database, int count) => database.Execute(
        """
        with made as (
            insert into consultations (id, user_id, kind, status, project_name, description, reference_urls, features, triggers, created_at, updated_at)
            select overlay(md5(random()::text) placing '7' from 13)::uuid, (select id from users limit 1), 'ANALYSIS', 'REQUESTED',
                   '동네빵집', '빵집 홈페이지를 만들고 싶어요.', array['https://example.com'], '{}', 1, @At, @At
              from generate_series(1, @count)
            returning id)
        insert into outbox (id, lane, event_type, handler, payload, occurred_at, available_at)
        select overlay(md5(random()::text) placing '7' from 13)::uuid, 'DISCORD', 'AnalysisQueued', 'PostTrigger',
               jsonb_build_object('consultationId', id, 'attempt', 1, 'trigger', 1, 'kind', 'QUEUED', 'actor', 'SYSTEM'), @At, @At
          from made
        """,
        new { count, At });

    public static string TokenOf(Guid user) =>
        new AccessTokens(new JwtSettings(ApiProcess.JwtSecret, TimeSpan.FromDays(7), "", TimeSpan.FromDays(30)), TimeProvider.System).Issue(user, "CUSTOMER", user);

    private static DateTimeOffset At { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
