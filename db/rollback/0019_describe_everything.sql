-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다.
-- 구조를 되돌리면 잃는 것: 데이터는 없습니다. 설명이 사라집니다.
do $$
declare
    described record;
begin
    for described in
        select case relkind when 'v' then 'view' else 'table' end as kind, relname, attname
          from pg_class
          left join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
         where relnamespace = current_schema()::regnamespace and relkind in ('r', 'v')
    loop
        execute format('comment on %s %I is null', described.kind, described.relname);
        execute format('comment on column %I.%I is null', described.relname, described.attname);
    end loop;
    for described in select oid::regprocedure as name from pg_proc where pronamespace = current_schema()::regnamespace loop
        execute format('comment on function %s is null', described.name);
    end loop;
end
$$;
delete from schema_migrations where name = '0019_describe_everything.sql';
