-- People, their consents, their sessions, and the single-use links that are mailed to them.

create table users (
    id                 uuid primary key,
    email              text not null,
    password_hash      text,
    name               text not null,
    phone              text,
    role               text not null check (role in ('CUSTOMER', 'ADMIN')),
    email_verified_at  timestamptz,
    version            int not null default 1,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    deleted_at         timestamptz,
    constraint users_email_normalised check (email = lower(email)),
    constraint users_name_length check (char_length(name) between 1 and 100)
);
create unique index users_email on users (email) where deleted_at is null;
create index users_created on users (created_at desc, id desc);
create index users_admins on users (id) where role = 'ADMIN' and deleted_at is null;

create table consents (
    id           uuid primary key,
    user_id      uuid not null references users,
    document     text not null check (document in ('TERMS', 'PRIVACY', 'MARKETING')),
    version      text not null,
    given_at     timestamptz not null
);
create index consents_user on consents (user_id);

create table sessions (
    id            uuid primary key,
    user_id       uuid not null references users,
    user_agent    text not null,
    ip_address    text not null,
    created_at    timestamptz not null,
    last_used_at  timestamptz not null,
    expires_at    timestamptz not null,
    revoked_at    timestamptz,
    revoked_why   text check (revoked_why in ('LOGOUT', 'PASSWORD_CHANGED', 'REUSED_TOKEN', 'BY_USER', 'ACCOUNT_DELETED', 'ROLE_CHANGED')),
    constraint sessions_revoked_with_reason check ((revoked_at is null) = (revoked_why is null))
);
create index sessions_user on sessions (user_id, created_at desc);
create index sessions_revoked on sessions (revoked_at) where revoked_at is not null;

create table refresh_tokens (
    token_hash   bytea primary key,
    session_id   uuid not null references sessions on delete cascade,
    issued_at    timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id);

create table email_tokens (
    id           uuid primary key,
    user_id      uuid not null references users,
    purpose      text not null check (purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD')),
    token_hash   bytea not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz
);
create index email_tokens_user on email_tokens (user_id, purpose);

create table login_throttle (
    key            text primary key,
    failures       int not null,
    last_failed_at timestamptz not null,
    blocked_until  timestamptz not null
);
create index login_throttle_last_failed on login_throttle (last_failed_at);
