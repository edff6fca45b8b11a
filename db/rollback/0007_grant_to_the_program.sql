-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다.
-- 구조를 되돌리면 잃는 것: 데이터는 없습니다. joonbi_app으로 접속하는 프로그램이 아무것도 할 수 없게 됩니다.
do $$
begin
    if exists (select from pg_roles where rolname = 'joonbi_app') then
        execute format('alter default privileges in schema %I revoke all on tables from joonbi_app', current_schema());
        execute format('alter default privileges in schema %I revoke all on sequences from joonbi_app', current_schema());
        execute format('revoke all on all tables in schema %I from joonbi_app', current_schema());
        execute format('revoke all on all sequences in schema %I from joonbi_app', current_schema());
        execute format('revoke all on schema %I from joonbi_app', current_schema());
    end if;
end
$$;
delete from schema_migrations where name = '0007_grant_to_the_program.sql';
