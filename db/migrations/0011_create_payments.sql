-- Money: what is asked for, what came, what went back, what was suspicious, and the ledger of it all.

alter table outbox drop constraint outbox_lane_check;
alter table outbox add constraint outbox_lane_check check (lane in ('DISCORD', 'EMAIL', 'INTERNAL', 'PAYMENTS'));

create table payments (
    id               uuid primary key,
    user_id          uuid not null references users,
    purpose          text not null check (purpose in ('CONSULTATION', 'CONTRACT', 'FINAL', 'EXTRA')),
    subject_id       uuid not null,
    -- The subject under its own name, one column for each kind of it, so that it is a foreign key all the same.
    consultation_id  uuid generated always as (case when purpose = 'CONSULTATION' then subject_id end) stored references consultations,
    order_name       text not null check (char_length(order_name) between 1 and 100),
    amount           bigint not null check (amount > 0),
    status           text not null check (status in ('PENDING', 'PAID', 'FAILED', 'CANCELLED', 'REFUNDED', 'PARTIALLY_REFUNDED')),
    paid             bigint not null default 0,
    refunded         bigint not null default 0,
    transaction_id   text,
    method           text,
    receipt_url      text,
    failure          text,
    next_check_at    timestamptz,
    paid_at          timestamptz,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    version          int not null default 1,
    constraint payments_paid_whole check (paid in (0, amount)),
    constraint payments_refunded_within_paid check (refunded between 0 and paid),
    constraint payments_paid_with_proof check ((paid > 0) = (paid_at is not null and transaction_id is not null)),
    constraint payments_status_follows_money check (
        status = case
            when paid = 0 then case when status in ('PENDING', 'FAILED', 'CANCELLED') then status end
            when refunded = 0 then 'PAID'
            when refunded < paid then 'PARTIALLY_REFUNDED'
            else 'REFUNDED'
        end is true)
);
create unique index payments_one_open on payments (purpose, subject_id) where status = 'PENDING';
create index payments_subject on payments (purpose, subject_id);
create index payments_consultation on payments (consultation_id) where consultation_id is not null;
create index payments_transaction on payments (transaction_id) where transaction_id is not null;
create index payments_own on payments (user_id, id desc);
create index payments_by_status on payments (status, id desc);
create index payments_due on payments (next_check_at) where next_check_at is not null;

create table payment_flags (
    id              uuid primary key,
    payment_id      uuid not null references payments,
    transaction_id  text,
    reason          text not null check (reason in ('AMOUNT', 'CURRENCY', 'STORE', 'TEST_CHANNEL', 'OTHER_PAYMENT', 'OTHER_CUSTOMER', 'PAID_TWICE')),
    moved           bigint not null check (moved >= 0),
    currency        text not null,
    claimant_id     uuid references users,
    at              timestamptz not null,
    constraint payment_flags_money_has_a_transaction check (moved = 0 or transaction_id is not null)
);
create unique index payment_flags_once on payment_flags (payment_id, reason, transaction_id, claimant_id) nulls not distinct;
create index payment_flags_at on payment_flags (at);
create index payment_flags_claimant on payment_flags (claimant_id) where claimant_id is not null;

create table refunds (
    id              uuid primary key,
    payment_id      uuid not null references payments,
    flag_id         uuid references payment_flags,
    transaction_id  text not null,
    amount          bigint not null check (amount > 0),
    cause           text not null check (cause in (
        'ANALYSIS_FAILED', 'INFEASIBLE', 'REJECTED', 'CANCELLED_BEFORE_ANALYSIS', 'CANCELLED_AFTER_DEPOSIT', 'CHANGE_OF_MIND',
        'STUDIO_FAULT', 'NOT_OWED', 'MISMATCH', 'BY_ADMIN', 'AT_VENDOR')),
    note            text,
    requested_by    uuid references users,
    status          text not null check (status in ('PENDING', 'REQUESTED', 'SUCCEEDED', 'FAILED')),
    tries           int not null default 0,
    vendor_id       text,
    error           text,
    created_at      timestamptz not null,
    settled_at      timestamptz,
    constraint refunds_settled_at_the_end check ((settled_at is not null) = (status in ('SUCCEEDED', 'FAILED')))
);
create index refunds_payment on refunds (payment_id, id);
create index refunds_flag on refunds (flag_id) where flag_id is not null;
create index refunds_requested_by on refunds (requested_by) where requested_by is not null;
create index refunds_unmade on refunds (status) where status <> 'SUCCEEDED';
create unique index refunds_vendor on refunds (payment_id, vendor_id) where vendor_id is not null;

-- Webhooks that were acted upon, by the sender's own id of the delivery: a repeated one is not acted upon again.
create table webhook_deliveries (
    source       text not null check (source in ('PORTONE')),
    id           text not null,
    received_at  timestamptz not null,
    primary key (source, id)
);

create table ledger_entries (
    seq         bigint generated always as identity primary key,
    payment_id  uuid not null references payments,
    kind        text not null check (kind in ('PAYMENT', 'REFUND', 'FLAG', 'FLAG_REFUND')),
    amount      bigint not null,
    currency    text not null,
    refund_id   uuid references refunds,
    flag_id     uuid references payment_flags,
    at          timestamptz not null,
    constraint ledger_entries_sign check (
        case kind when 'PAYMENT' then amount > 0 when 'FLAG' then amount >= 0 else amount < 0 end),
    constraint ledger_entries_of_something check (
        case kind when 'PAYMENT' then refund_id is null and flag_id is null
                  when 'FLAG' then refund_id is null and flag_id is not null
                  when 'REFUND' then refund_id is not null and flag_id is null
                  else refund_id is not null and flag_id is not null end)
);
create index ledger_entries_payment on ledger_entries (payment_id, seq);
-- A report by day reads this index and nothing else.
create index ledger_entries_at on ledger_entries (at, seq) include (kind, amount, currency);
create index ledger_entries_kind on ledger_entries (kind, at, seq);
create unique index ledger_entries_one_payment on ledger_entries (payment_id) where kind = 'PAYMENT';
create unique index ledger_entries_refund on ledger_entries (refund_id) where refund_id is not null;
create unique index ledger_entries_flag on ledger_entries (flag_id) where kind = 'FLAG';
create index ledger_entries_flag_refund on ledger_entries (flag_id) where kind = 'FLAG_REFUND';

-- Append-only for everybody, the owner included; the program's role has no right to try.
create function refuse_change() returns trigger language plpgsql as $body$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$body$;
create trigger ledger_entries_append_only before update or delete on ledger_entries for each statement execute function refuse_change();
create trigger payment_flags_append_only before update or delete on payment_flags for each statement execute function refuse_change();

-- The books: every payment whose ledger says something else than its state. Always empty, since the trigger below lets no
-- transaction commit that would add a row; a report that only compares would tell of the difference when it is too late.
create view ledger_differences as
select payments.id as payment_id,
       booked.paid as booked_paid, booked.refunded as booked_refunded, booked.moved as booked_moved, booked.returned as booked_returned,
       payments.paid, case booked.refunded when payments.refunded then done.refunded else payments.refunded end as refunded, flagged.moved, done.returned
  from payments
 cross join lateral (
    select coalesce(sum(amount) filter (where kind = 'PAYMENT'), 0) as paid,
           coalesce(-sum(amount) filter (where kind = 'REFUND'), 0) as refunded,
           coalesce(sum(amount) filter (where kind = 'FLAG'), 0) as moved,
           coalesce(-sum(amount) filter (where kind = 'FLAG_REFUND'), 0) as returned
      from ledger_entries
     where payment_id = payments.id) as booked
 cross join lateral (
    select coalesce(sum(amount) filter (where flag_id is null), 0) as refunded, coalesce(sum(amount) filter (where flag_id is not null), 0) as returned
      from refunds
     where payment_id = payments.id and status = 'SUCCEEDED') as done
 cross join lateral (
    select coalesce(sum(moved), 0) as moved from payment_flags where payment_id = payments.id) as flagged
 where (booked.paid, booked.refunded, booked.moved, booked.returned)
       is distinct from (payments.paid, payments.refunded, flagged.moved, done.returned)
    or done.refunded <> payments.refunded;

create function require_agreeing_ledger() returns trigger language plpgsql as $body$
begin
    if exists (select from ledger_differences where payment_id = (to_jsonb(new) ->> tg_argv[0])::uuid) then
        raise exception 'the ledger of payment % differs from its state', to_jsonb(new) ->> tg_argv[0] using errcode = 'check_violation';
    end if;
    return null;
end
$body$;
create constraint trigger payments_agree after insert or update on payments
    deferrable initially deferred for each row execute function require_agreeing_ledger('id');
create constraint trigger refunds_agree after insert or update on refunds
    deferrable initially deferred for each row execute function require_agreeing_ledger('payment_id');
create constraint trigger payment_flags_agree after insert on payment_flags
    deferrable initially deferred for each row execute function require_agreeing_ledger('payment_id');
create constraint trigger ledger_entries_agree after insert on ledger_entries
    deferrable initially deferred for each row execute function require_agreeing_ledger('payment_id');

do $grant$
begin
    if exists (select from pg_roles where rolname = 'joonbi_app') then
        revoke update, delete on ledger_entries, payment_flags from joonbi_app;
        revoke delete on payments, refunds from joonbi_app;
    end if;
end
$grant$;
