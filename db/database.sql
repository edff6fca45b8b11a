-- Makes the database it runs in Joonbi's. Once per database, as a superuser, after db/roles.sql and before `Joonbi.Api migrate`:
--
--     psql -d postgres -c 'create database joonbi owner joonbi_owner'
--     psql -d joonbi -v ON_ERROR_STOP=1 -f db/database.sql
--
-- Running it again changes nothing. Written, as db/roles.sql is, so that `postgres --single -j` can read it too.

-- Since PostgreSQL 15 the schema "public" belongs to the database's owner and nobody else may create in it.
do $$
begin
    execute format('alter database %I owner to joonbi_owner', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to joonbi_app, joonbi_readonly', current_database());
end
$$;

-- Statistics of statements, for the view monitor.slow_paths. Only a superuser can create it; it counts where the server was
-- started with shared_preload_libraries = 'pg_stat_statements'. Where it is missing the view is empty and nothing else.
-- In a schema of its own: the migrations grant "all tables" of theirs, and this one is not theirs to grant.
do $$
begin
    if exists (select from pg_available_extensions where name = 'pg_stat_statements') then
        create schema if not exists extensions;
        create extension if not exists pg_stat_statements schema extensions;
        alter extension pg_stat_statements set schema extensions;
        revoke all on extensions.pg_stat_statements, extensions.pg_stat_statements_info from public;
        grant usage on schema extensions to joonbi_owner;
        grant select on extensions.pg_stat_statements to joonbi_owner;
    end if;
exception when insufficient_privilege then
    raise warning 'pg_stat_statements를 만들 권한이 없어 건너뜁니다. monitor.slow_paths가 비어 있게 됩니다.';
end
$$;

