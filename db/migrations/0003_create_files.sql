-- Every stored byte has a row. Nothing is found by name: the key is random, the type is what the content says.

create table files (
    id            uuid primary key,
    owner_id      uuid references users,
    purpose       text not null check (purpose in ('ATTACHMENT', 'DOCUMENT')),
    storage_key   text not null unique,
    file_name     text not null,
    content_type  text not null,
    size          bigint not null check (size >= 0),
    sha256        bytea not null check (octet_length(sha256) = 32),
    created_at    timestamptz not null
);
create index files_owner on files (owner_id, created_at desc);
