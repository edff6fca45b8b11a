-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다. 프로그램은 이 뷰를 쓰지 않습니다.
-- 구조를 되돌리면 잃는 것: 데이터는 없습니다. 감시하던 대시보드가 비게 됩니다.
do $$
begin
    if exists (select from pg_roles where rolname = 'joonbi_readonly') then
        alter default privileges in schema monitor revoke all on tables from joonbi_readonly;
    end if;
end
$$;
drop schema monitor cascade;
delete from schema_migrations where name = '0020_create_monitor.sql';
