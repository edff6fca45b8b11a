-- The two roles of Joonbi and its database. Run once per server, as a superuser, before `Joonbi.Api migrate`:
--
--     psql -d postgres -v ON_ERROR_STOP=1 -f db/roles.sql
--     psql -d postgres -c '\password joonbi_owner' -c '\password joonbi_app'
--
-- Running it again changes nothing. It sets no password: without one nobody can log in over the network.
--
--   joonbi_owner   owns the database and the schema; used by `Joonbi.Api migrate` only (MIGRATION_DATABASE_URL)
--   joonbi_app     the program's login (DATABASE_URL); reads and writes rows, cannot change the schema.
--                  What it may do with which table is granted by the migrations, beside the table.
--
-- deploy/dev/postgres.sh feeds this same file to `postgres --single -j`, where a statement ends with a semicolon and
-- an empty line: so every statement below is followed by an empty line, and none has one inside.

do $$
begin
    if not exists (select from pg_roles where rolname = 'joonbi_owner') then
        create role joonbi_owner;
    end if;
    if not exists (select from pg_roles where rolname = 'joonbi_app') then
        create role joonbi_app;
    end if;
end
$$;

alter role joonbi_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

alter role joonbi_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

select 'create database joonbi owner joonbi_owner' where not exists (select from pg_database where datname = 'joonbi') \gexec

alter database joonbi owner to joonbi_owner;

-- Since PostgreSQL 15 the schema "public" belongs to the database's owner and nobody else may create in it.
revoke all on database joonbi from public;

grant connect on database joonbi to joonbi_app;

