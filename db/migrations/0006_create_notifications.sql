-- What the program tells people in the app, what they want by mail, and what admins did.

create table notifications (
    id          uuid primary key,
    user_id     uuid not null references users,
    kind        text not null,
    title       text not null,
    body        text not null,
    link        text,
    created_at  timestamptz not null,
    read_at     timestamptz,
    mailed_at   timestamptz
);
create index notifications_own on notifications (user_id, id desc);
create index notifications_unread on notifications (user_id) where read_at is null;

create table notification_preferences (
    user_id  uuid not null references users,
    kind     text not null,
    email    boolean not null,
    primary key (user_id, kind)
);

create table audit_log (
    id         uuid primary key,
    actor_id   uuid references users,
    action     text not null,
    subject    text not null,
    subject_id text not null,
    before     jsonb check (jsonb_typeof(before) = 'object'),
    after      jsonb check (jsonb_typeof(after) = 'object'),
    at         timestamptz not null
);
create index audit_log_newest on audit_log (id desc);
create index audit_log_actor on audit_log (actor_id, id desc);
create index audit_log_subject on audit_log (subject, subject_id, id desc);
create index audit_log_action on audit_log (action, id desc);
