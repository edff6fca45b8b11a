-- What the business sells, gives away and refuses: data that admins edit.

create table prices (
    id                      uuid primary key,
    code                    text not null unique,
    category                text not null,
    name                    text not null,
    unit                    text,
    price                   bigint not null check (price >= 0),
    is_minimum              boolean not null default false,
    is_optional_deliverable boolean not null default false,
    position                int not null,
    active                  boolean not null default true,
    version                 int not null default 1,
    updated_at              timestamptz not null
);
create index prices_in_order on prices (position) where active;

create table campaigns (
    id          uuid primary key,
    name        text not null,
    slots       int not null check (slots >= 0),
    taken       int not null default 0,
    starts_at   timestamptz not null,
    ends_at     timestamptz,
    active      boolean not null default true,
    version     int not null default 1,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint campaigns_never_overbooked check (taken between 0 and slots),
    constraint campaigns_end_after_start check (ends_at is null or ends_at > starts_at)
);
create index campaigns_open on campaigns (starts_at) where active;

create table screening_rules (
    id          uuid primary key,
    category    text not null check (category in ('FORBIDDEN_CONTENT', 'OUT_OF_SCOPE')),
    name        text not null,
    terms       text[] not null check (cardinality(terms) > 0),
    unless      text[] not null default '{}',
    reason      text not null,
    active      boolean not null default true,
    version     int not null default 1,
    updated_at  timestamptz not null
);
create index screening_rules_active on screening_rules (category) where active;
