-- The roles of Joonbi. Run once per server, as a superuser or a managed server's master user
-- (deploy/scripts/init-db.sh does all of it; by hand see db/README.md):
--
--     psql -d postgres -v ON_ERROR_STOP=1 -f db/roles.sql
--
-- Running it again changes nothing. It sets no password: without one nobody can log in over the network.
--
--   joonbi_owner     owns the database and the schema; used by `Joonbi.Api migrate` only (MIGRATION_DATABASE_URL)
--   joonbi_app       the program's login (DATABASE_URL); reads and writes rows, cannot change the schema.
--                    What it may do with which table is granted by the migrations, beside the table.
--   joonbi_readonly  looks at the views of the schema `monitor`, which hold no personal data, and at nothing else
--
-- deploy/dev/postgres.sh feeds this same file to `postgres --single -j`, where a statement ends with a semicolon and
-- an empty line: so every statement below is followed by an empty line, and none has one inside.

do $$
declare
    wanted text;
begin
    foreach wanted in array array['joonbi_owner', 'joonbi_app', 'joonbi_readonly'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I login', wanted);
        end if;
        if exists (select from pg_roles where rolname = wanted and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)) then
            execute format('alter role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls', wanted);
        end if;
    end loop;
    -- The master user of a managed server is no superuser: to make a database for the owner it must belong to it.
    if not (select rolsuper from pg_roles where rolname = current_user) then
        execute format('grant joonbi_owner to %I', current_user);
    end if;
end
$$;

alter role joonbi_owner login;

alter role joonbi_app login;

alter role joonbi_readonly login connection limit 10;

-- The views of `monitor` show what sessions wait for and which statements are slow: their owner must be able to see it.
grant pg_read_all_stats to joonbi_owner;

-- The program gives a statement ten seconds; these are for what it has left behind when it was cut off.
alter role joonbi_app set statement_timeout = '60s';

alter role joonbi_app set idle_in_transaction_session_timeout = '60s';

alter role joonbi_readonly set default_transaction_read_only = on;

alter role joonbi_readonly set statement_timeout = '30s';

alter role joonbi_readonly set idle_in_transaction_session_timeout = '60s';

