-- The rights of joonbi_app and joonbi_readonly, as the migrations have granted them, all at once. Needed where a role was made after the
-- migrations had run, or where a backup was restored without privileges; run as the schema's owner. It changes nothing where
-- nothing is amiss (a test holds it against the migrations):
--
--     psql "$MIGRATION_DATABASE_URL" -v ON_ERROR_STOP=1 --single-transaction -f db/grants.sql

do $$
begin
    execute format('grant usage on schema %I to joonbi_app', current_schema());
    execute format('grant select, insert, update, delete on all tables in schema %I to joonbi_app', current_schema());
    execute format('grant usage on all sequences in schema %I to joonbi_app', current_schema());
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to joonbi_app', current_schema());
    execute format('alter default privileges in schema %I grant usage on sequences to joonbi_app', current_schema());
end
$$;

-- What may only be added to, and what only a migration writes.
revoke update, delete on audit_log, consultation_events, consents, ledger_entries, payment_flags from joonbi_app;
revoke delete on payments, refunds from joonbi_app;
revoke insert, update, delete on schema_migrations from joonbi_app;

grant usage on schema monitor to joonbi_readonly;
grant select on all tables in schema monitor to joonbi_readonly;
grant execute on all functions in schema monitor to joonbi_readonly;
alter default privileges in schema monitor grant select on tables to joonbi_readonly;
