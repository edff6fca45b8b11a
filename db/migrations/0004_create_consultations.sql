-- The main job: a consultation, its timeline, its documents, its thread, its free slot and its shared links.

create table consultations (
    id                   uuid primary key,
    user_id              uuid not null references users,
    kind                 text not null check (kind in ('SIMPLE', 'ANALYSIS')),
    status               text not null check (status in ('ON_HOLD', 'AWAITING_PAYMENT', 'REQUESTED', 'ANALYZING', 'COMPLETED', 'REJECTED', 'FAILED', 'CONVERTED', 'CANCELLED')),
    project_name         text not null check (char_length(project_name) between 1 and 100),
    description          text not null check (char_length(description) between 1 and 5000),
    reference_urls       text[] not null check (cardinality(reference_urls) <= 10),
    budget_min           bigint check (budget_min >= 0),
    budget_max           bigint check (budget_max >= 0),
    desired_date         date,
    features             text[] not null check (cardinality(features) <= 50),
    campaign_id          uuid references campaigns,
    rejection            jsonb,
    screening_overruled  boolean not null default false,
    attempts             int not null default 0,
    triggers             int not null default 0,
    triggered_at         timestamptz,
    trigger_message_id   text,
    run_id               uuid,
    run_started_at       timestamptz,
    start_key            text,
    lease_until          timestamptz,
    ended_run_id         uuid,
    ended_run_error      text,
    percent              int not null default 0 check (percent between 0 and 100),
    stage                text,
    note                 text,
    analysis             jsonb,
    designs              jsonb,
    designs_version      int not null default 0,
    deadline_at          timestamptz,
    completed_at         timestamptz,
    closed_at            timestamptz,
    created_at           timestamptz not null,
    updated_at           timestamptz not null,
    version              int not null default 1,
    constraint consultations_budget_in_order check (budget_min <= budget_max),
    constraint consultations_rejected_with_reason check ((status = 'REJECTED') = (rejection is not null)),
    constraint consultations_lease_while_analyzing check ((status = 'ANALYZING') = (lease_until is not null)),
    constraint consultations_analysis_has_run check (status <> 'ANALYZING' or (kind = 'ANALYSIS' and run_id is not null)),
    constraint consultations_simple_is_never_analyzed check (kind = 'ANALYSIS' or (analysis is null and designs is null and campaign_id is null))
);
create index consultations_own on consultations (user_id, id desc);
create index consultations_all on consultations (id desc);
create index consultations_by_status on consultations (status, id desc);
create index consultations_pending on consultations (id) where kind = 'ANALYSIS' and status = 'REQUESTED';
create index consultations_deadline on consultations (deadline_at) where deadline_at is not null;
create index consultations_campaign on consultations (campaign_id) where campaign_id is not null;

create table slot_claims (
    id               uuid primary key,
    campaign_id      uuid not null references campaigns,
    user_id          uuid not null references users,
    consultation_id  uuid not null references consultations deferrable initially deferred,
    taken_at         timestamptz not null,
    returned_at      timestamptz
);
create unique index slot_claims_one_per_customer on slot_claims (campaign_id, user_id) where returned_at is null;
create unique index slot_claims_one_per_consultation on slot_claims (consultation_id) where returned_at is null;
create index slot_claims_user on slot_claims (user_id);
create index slot_claims_consultation on slot_claims (consultation_id);

create table consultation_events (
    seq              bigint generated always as identity primary key,
    consultation_id  uuid not null references consultations,
    kind             text not null,
    actor            text not null check (actor in ('SYSTEM', 'CUSTOMER', 'ADMIN', 'CLAWDBOT')),
    data             jsonb not null,
    at               timestamptz not null
);
create index consultation_events_of on consultation_events (consultation_id, seq);

create table documents (
    id               uuid primary key,
    consultation_id  uuid not null references consultations,
    type             text not null check (type in ('ANALYSIS', 'REQUIREMENTS', 'PLAN', 'QUOTATION')),
    version          int not null check (version >= 1),
    markdown_hash    bytea not null check (octet_length(markdown_hash) = 32),
    file_id          uuid not null references files,
    created_at       timestamptz not null,
    unique (consultation_id, type, version)
);
create index documents_file on documents (file_id);

create table attachments (
    consultation_id  uuid not null references consultations,
    file_id          uuid not null references files,
    position         int not null,
    primary key (consultation_id, file_id)
);
create unique index attachments_file on attachments (file_id);

create table consultation_messages (
    id               uuid primary key,
    consultation_id  uuid not null references consultations,
    author_id        uuid not null references users,
    author           text not null check (author in ('CUSTOMER', 'ADMIN')),
    body             text not null check (char_length(body) between 1 and 5000),
    created_at       timestamptz not null
);
create index consultation_messages_of on consultation_messages (consultation_id, id);
create index consultation_messages_author on consultation_messages (author_id);

create table share_links (
    id               uuid primary key,
    consultation_id  uuid not null references consultations,
    token_hash       bytea not null unique check (octet_length(token_hash) = 32),
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    revoked_at       timestamptz
);
create unique index share_links_one_open on share_links (consultation_id) where revoked_at is null;
create index share_links_consultation on share_links (consultation_id);
