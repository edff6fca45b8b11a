-- The program works as joonbi_app: it reads and writes rows, changes no schema, and can only add to what must stay as it
-- was written. The role itself is made by db/roles.sql; where it is missing (one login for everything) there is nothing to grant.

do $grant$
begin
    if not exists (select from pg_roles where rolname = 'joonbi_app') then
        return;
    end if;

    execute format('grant usage on schema %I to joonbi_app', current_schema());
    execute format('grant select, insert, update, delete on all tables in schema %I to joonbi_app', current_schema());
    execute format('grant usage on all sequences in schema %I to joonbi_app', current_schema());
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to joonbi_app', current_schema());
    execute format('alter default privileges in schema %I grant usage on sequences to joonbi_app', current_schema());

    revoke update, delete on audit_log, consultation_events, consents from joonbi_app;
    revoke insert, update, delete on schema_migrations from joonbi_app;
end
$grant$;
