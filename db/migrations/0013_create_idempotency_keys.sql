-- Requests that took effect under a key of their sender's. The row is inserted in the transaction of the effect, with what the
-- effect gave; the answer is added when it was composed, and where it is missing it can be composed from the result again.

create table idempotency_keys (
    user_id      uuid not null references users,
    key          text not null check (char_length(key) between 1 and 255),
    fingerprint  bytea not null check (octet_length(fingerprint) = 32),
    result       jsonb not null,
    answer       jsonb,
    created_at   timestamptz not null,
    primary key (user_id, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);
