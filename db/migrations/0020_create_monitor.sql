-- What somebody who keeps the database wants to see, without personal data: ids, states, amounts and times, no names, addresses,
-- texts or payloads. The views run with their owner's rights, so joonbi_readonly reads them and nothing behind them.

create schema monitor;
comment on schema monitor is '운영자와 DBA가 보는 뷰. 개인정보가 없고, joonbi_readonly가 읽습니다.';

create view monitor.stuck_work as
select 'CONSULTATION' as what, id, status as state, deadline_at as due_at, now() - deadline_at as late,
       '감시자가 처리했어야 합니다. API가 살아 있는지, 로그에 오류가 없는지 보세요.' as hint
  from consultations
 where deadline_at < now() - interval '2 minutes'
union all
select 'LEASE', id, status, lease_until, now() - lease_until, '클로드봇이 소식을 끊었습니다. 곧 다시 시도하지 않으면 API를 보세요.'
  from consultations
 where status = 'ANALYZING' and lease_until < now() - interval '2 minutes'
union all
select 'OUTBOX', id, lane, available_at, now() - available_at, '보낼 때가 지났습니다. API가 살아 있는지, 받는 쪽이 응답하는지 보세요.'
  from outbox
 where processed_at is null and failed_at is null and available_at < now() - interval '2 minutes' and (lease_until is null or lease_until < now())
union all
select 'DEAD_LETTER', id, lane, failed_at, now() - failed_at, '포기한 메시지입니다. 관리자 화면에서 까닭을 보고 다시 보내세요.'
  from outbox
 where failed_at is not null
union all
select 'PAYMENT', id, status, next_check_at, now() - next_check_at, 'PortOne에 물어볼 때가 지났습니다. API와 PortOne을 보세요.'
  from payments
 where next_check_at < now() - interval '5 minutes'
union all
select 'REFUND', id, status, created_at, now() - created_at,
       case status when 'FAILED' then 'PortOne이 거절한 환불입니다. 관리자 화면에서 처리하세요.' else '환불이 한 시간 넘게 끝나지 않았습니다. PortOne 콘솔을 보세요.' end
  from refunds
 where status = 'FAILED' or (status in ('PENDING', 'REQUESTED') and created_at < now() - interval '1 hour');

create view monitor.outbox_lanes as
select lanes.lane, count(outbox.id) as waiting,
       count(outbox.id) filter (where available_at <= now() and (lease_until is null or lease_until < now())) as due,
       count(outbox.id) filter (where lease_until >= now()) as under_way,
       count(outbox.id) filter (where attempts > 0) as tried_before,
       coalesce(now() - min(available_at) filter (where available_at <= now()), interval '0') as lag,
       (select count(*) from outbox dead where dead.lane = lanes.lane and failed_at is not null) as dead
  from (values ('DISCORD'), ('EMAIL'), ('INTERNAL'), ('PAYMENTS')) as lanes (lane)
  left join outbox on outbox.lane = lanes.lane and processed_at is null and failed_at is null
 group by lanes.lane;

-- Without last_error: what a vendor answers may repeat an address. The admin's page shows it.
create view monitor.dead_letters as
select id, lane, event_type, handler, attempts, occurred_at, failed_at from outbox where failed_at is not null;

create view monitor.money_flags as
select payment_flags.id, payment_id, reason, moved, currency, at, coalesce(returned, 0) as returned, moved - coalesce(returned, 0) as held
  from payment_flags
  left join (select flag_id, sum(amount) as returned from refunds where status = 'SUCCEEDED' group by flag_id) as back on flag_id = payment_flags.id;

create view monitor.book_differences as
select payment_id, booked_paid, booked_refunded, booked_moved, booked_returned, paid, refunded, moved, returned from ledger_differences;

create view monitor.table_sizes as
select stats.schemaname || '.' || stats.relname as name, n_live_tup as rows_estimated, n_dead_tup as rows_dead,
       pg_table_size(stats.relid) as table_bytes, pg_indexes_size(stats.relid) as index_bytes, pg_size_pretty(pg_total_relation_size(stats.relid)) as total,
       seq_scan, seq_tup_read, idx_scan, greatest(last_vacuum, last_autovacuum) as vacuumed_at, greatest(last_analyze, last_autoanalyze) as analyzed_at
  from pg_stat_user_tables as stats;

-- Keys and unique indexes are of use without ever being read.
create view monitor.unused_indexes as
select stats.schemaname || '.' || indexrelname as name, relname as table_name, pg_relation_size(indexrelid) as bytes, idx_scan,
       (select stats_reset from pg_stat_database where datname = current_database()) as counted_since
  from pg_stat_user_indexes as stats
  join pg_index using (indexrelid)
 where not indisunique and idx_scan = 0;

create view monitor.invalid_indexes as
select indexrelid::regclass::text as name, indrelid::regclass::text as table_name
  from pg_index where not indisvalid or not indisready;

create view monitor.migrations as
select name, applied_at, checksum from schema_migrations;

-- The statistics of others are seen by the owner, for whom these functions run; the statements of people at a prompt may hold
-- anything, so only those of the program are told, whose values are parameters.
create function monitor.read_sessions() returns table (
    pid int, role text, application text, state text, state_since interval, transaction_age interval, waits_for text, blocked_by int[])
language sql stable security definer set search_path = pg_catalog as $body$
    select activity.pid, usename::text, application_name, activity.state, now() - state_change, now() - xact_start,
           wait_event_type || ':' || wait_event, pg_blocking_pids(activity.pid)
      from pg_stat_activity as activity
     where datname = current_database() and backend_type = 'client backend' and activity.pid <> pg_backend_pid();
$body$;

create view monitor.sessions as select * from monitor.read_sessions();

create function monitor.read_slow_paths() returns table (
    statement text, calls bigint, mean_ms numeric, max_ms numeric, total_s numeric, share numeric, row_count bigint, hit_ratio numeric)
language plpgsql stable security definer set search_path = pg_catalog as $body$
declare
    place text := (select nspname from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_stat_statements');
begin
    if place is null then
        raise notice 'pg_stat_statements 확장이 없습니다. db/database.sql을 슈퍼유저로 실행하세요.';
        return;
    end if;

    return query execute format($sql$
        select regexp_replace(query, '\s+', ' ', 'g'), calls, round(mean_exec_time::numeric, 2), round(max_exec_time::numeric, 2), round(total_exec_time::numeric / 1000, 1),
               round((100 * total_exec_time / nullif(sum(total_exec_time) over (), 0))::numeric, 1), rows,
               round(shared_blks_hit::numeric / nullif(shared_blks_hit + shared_blks_read, 0), 3)
          from %I.pg_stat_statements
         where dbid = (select oid from pg_database where datname = current_database()) and query ~* '^\s*(select|insert|update|delete|with)\y'
           and userid = coalesce(to_regrole('joonbi_app'), current_user::regrole)
         order by total_exec_time desc
         limit 100 $sql$, place);
exception
    when object_not_in_prerequisite_state then
        raise notice 'pg_stat_statements를 shared_preload_libraries에 넣고 서버를 다시 시작해야 합니다.';
    when insufficient_privilege then
        raise notice 'pg_stat_statements를 읽을 권한이 없습니다. db/roles.sql과 db/database.sql을 다시 실행하세요.';
end
$body$;

create view monitor.slow_paths as select * from monitor.read_slow_paths();

revoke all on all functions in schema monitor from public;

do $grant$
begin
    if exists (select from pg_roles where rolname = 'joonbi_readonly') then
        grant usage on schema monitor to joonbi_readonly;
        grant select on all tables in schema monitor to joonbi_readonly;
        grant execute on all functions in schema monitor to joonbi_readonly;
        alter default privileges in schema monitor grant select on tables to joonbi_readonly;
    end if;
end
$grant$;

comment on view monitor.stuck_work is '제때 나아가지 못한 일 모두. 비어 있어야 정상입니다.';
comment on column monitor.stuck_work.what is 'CONSULTATION 상담, LEASE 분석, OUTBOX 보낼 것, DEAD_LETTER 포기한 것, PAYMENT 결제, REFUND 환불.';
comment on column monitor.stuck_work.id is '그 행의 번호.';
comment on column monitor.stuck_work.state is '그 행의 상태나 보내는 곳.';
comment on column monitor.stuck_work.due_at is '나아갔어야 할 때.';
comment on column monitor.stuck_work.late is '늦은 시간.';
comment on column monitor.stuck_work.hint is '무엇을 보아야 하는지.';

comment on view monitor.outbox_lanes is '보내는 곳마다 밀린 정도.';
comment on column monitor.outbox_lanes.lane is '보내는 곳.';
comment on column monitor.outbox_lanes.waiting is '아직 보내지 않은 것.';
comment on column monitor.outbox_lanes.due is '그 가운데 지금 보내야 하는 것.';
comment on column monitor.outbox_lanes.under_way is '지금 보내는 중인 것.';
comment on column monitor.outbox_lanes.tried_before is '한 번 이상 실패한 것.';
comment on column monitor.outbox_lanes.lag is '가장 오래 기다린 것이 늦은 시간.';
comment on column monitor.outbox_lanes.dead is '포기한 것.';

comment on view monitor.dead_letters is '포기한 메시지. 내용과 까닭은 관리자 화면에서만 봅니다.';
comment on column monitor.dead_letters.id is 'outbox의 번호.';
comment on column monitor.dead_letters.lane is '보내는 곳.';
comment on column monitor.dead_letters.event_type is '일어난 일.';
comment on column monitor.dead_letters.handler is '처리하는 프로그램의 이름.';
comment on column monitor.dead_letters.attempts is '시도한 횟수.';
comment on column monitor.dead_letters.occurred_at is '일어난 때.';
comment on column monitor.dead_letters.failed_at is '포기한 때.';

comment on view monitor.money_flags is '의심스러운 돈과 아직 쥐고 있는 금액.';
comment on column monitor.money_flags.id is '의심의 번호.';
comment on column monitor.money_flags.payment_id is '결제.';
comment on column monitor.money_flags.reason is '까닭 (payment_flags.reason).';
comment on column monitor.money_flags.moved is '움직인 금액.';
comment on column monitor.money_flags.currency is '통화.';
comment on column monitor.money_flags.at is '알아낸 때.';
comment on column monitor.money_flags.returned is '돌려준 금액.';
comment on column monitor.money_flags.held is '아직 쥐고 있는 금액. 0이 아니면 사람이 보아야 합니다.';

comment on view monitor.book_differences is '장부와 결제가 어긋난 것. 언제나 비어 있어야 합니다.';
comment on column monitor.book_differences.payment_id is '결제.';
comment on column monitor.book_differences.booked_paid is '장부의 입금.';
comment on column monitor.book_differences.booked_refunded is '장부의 환불.';
comment on column monitor.book_differences.booked_moved is '장부의 가수금.';
comment on column monitor.book_differences.booked_returned is '장부의 가수금 환불.';
comment on column monitor.book_differences.paid is '결제가 말하는 입금.';
comment on column monitor.book_differences.refunded is '결제나 환불이 말하는 환불.';
comment on column monitor.book_differences.moved is '의심이 말하는 가수금.';
comment on column monitor.book_differences.returned is '환불이 말하는 가수금 환불.';

comment on view monitor.table_sizes is '테이블의 크기와 읽는 방식.';
comment on column monitor.table_sizes.name is '테이블.';
comment on column monitor.table_sizes.rows_estimated is '행의 수 (통계).';
comment on column monitor.table_sizes.rows_dead is '치우지 않은 죽은 행.';
comment on column monitor.table_sizes.table_bytes is '테이블의 크기 (TOAST 포함).';
comment on column monitor.table_sizes.index_bytes is '색인의 크기.';
comment on column monitor.table_sizes.total is '모두 합한 크기.';
comment on column monitor.table_sizes.seq_scan is '처음부터 끝까지 읽은 횟수.';
comment on column monitor.table_sizes.seq_tup_read is '그렇게 읽은 행.';
comment on column monitor.table_sizes.idx_scan is '색인으로 읽은 횟수.';
comment on column monitor.table_sizes.vacuumed_at is '마지막 VACUUM.';
comment on column monitor.table_sizes.analyzed_at is '마지막 ANALYZE.';

comment on view monitor.unused_indexes is '한 번도 읽지 않은 색인. 오래 세어 본 뒤에만 지울 후보입니다.';
comment on column monitor.unused_indexes.name is '색인.';
comment on column monitor.unused_indexes.table_name is '테이블.';
comment on column monitor.unused_indexes.bytes is '크기.';
comment on column monitor.unused_indexes.idx_scan is '읽은 횟수.';
comment on column monitor.unused_indexes.counted_since is '세기 시작한 때. null이면 처음부터.';

comment on view monitor.invalid_indexes is '만들다 만 색인. 마이그레이션이 중간에 끊기면 남고, 다음 마이그레이션이 다시 만듭니다.';
comment on column monitor.invalid_indexes.name is '색인.';
comment on column monitor.invalid_indexes.table_name is '테이블.';

comment on view monitor.migrations is '적용한 마이그레이션.';
comment on column monitor.migrations.name is '스크립트 이름.';
comment on column monitor.migrations.applied_at is '적용한 때.';
comment on column monitor.migrations.checksum is '적용한 내용의 SHA-256.';

comment on view monitor.sessions is '이 데이터베이스의 접속과 서로 기다리는 것. 실행 중인 문장은 보이지 않습니다.';
comment on column monitor.sessions.pid is '서버 프로세스. pg_cancel_backend(pid)에 씁니다.';
comment on column monitor.sessions.role is '역할.';
comment on column monitor.sessions.application is '프로그램 이름.';
comment on column monitor.sessions.state is '상태.';
comment on column monitor.sessions.state_since is '그 상태가 된 지.';
comment on column monitor.sessions.transaction_age is '트랜잭션을 연 지.';
comment on column monitor.sessions.waits_for is '기다리는 것.';
comment on column monitor.sessions.blocked_by is '기다리게 하는 프로세스.';

comment on view monitor.slow_paths is '프로그램이 시간을 가장 많이 쓰는 문장 100개 (pg_stat_statements). 확장이 없으면 비어 있습니다.';
comment on column monitor.slow_paths.statement is '문장. 값은 매개변수라 보이지 않습니다.';
comment on column monitor.slow_paths.calls is '실행한 횟수.';
comment on column monitor.slow_paths.mean_ms is '평균 (밀리초).';
comment on column monitor.slow_paths.max_ms is '가장 오래 걸린 것 (밀리초).';
comment on column monitor.slow_paths.total_s is '모두 합한 시간 (초).';
comment on column monitor.slow_paths.share is '전체에서 차지하는 몫 (%).';
comment on column monitor.slow_paths.row_count is '돌려준 행.';
comment on column monitor.slow_paths.hit_ratio is '메모리에서 찾은 비율.';

comment on function monitor.read_sessions() is '뷰 sessions가 씁니다.';
comment on function monitor.read_slow_paths() is '뷰 slow_paths가 씁니다.';
