-- A consent can be taken back. Nothing that was agreed to is changed: the withdrawal is a row of its own.

alter table consents add column granted boolean not null default true;
drop index consents_user;
create index consents_user on consents (user_id, id desc);
