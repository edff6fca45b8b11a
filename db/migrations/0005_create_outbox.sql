-- What must leave the service leaves through here: one row per event and handler, written with the change that caused it.

create table outbox (
    id            uuid primary key,
    lane          text not null check (lane in ('DISCORD', 'EMAIL', 'INTERNAL')),
    event_type    text not null,
    handler       text not null,
    payload       jsonb not null,
    trace_parent  text,
    occurred_at   timestamptz not null,
    available_at  timestamptz not null,
    attempts      int not null default 0,
    lease_token   uuid,
    lease_until   timestamptz,
    processed_at  timestamptz,
    failed_at     timestamptz,
    last_error    text,
    constraint outbox_lease_whole check ((lease_token is null) = (lease_until is null)),
    constraint outbox_one_end check (processed_at is null or failed_at is null)
);
create index outbox_waiting on outbox (lane, available_at) where processed_at is null and failed_at is null;
create index outbox_dead on outbox (id desc) where failed_at is not null;
create index outbox_processed on outbox (processed_at) where processed_at is not null;
