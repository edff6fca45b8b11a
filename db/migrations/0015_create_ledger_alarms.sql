-- Payments whose ledger was found to say something else than their state, and of which an admin was told: each once, until
-- they agree again.

create table ledger_alarms (
    payment_id  uuid primary key references payments,
    told_at     timestamptz not null
);
