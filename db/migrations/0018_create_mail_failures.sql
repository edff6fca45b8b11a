-- What the mail vendor tells by webhook: an address that takes no mail is remembered on its account until it does again, or
-- another one takes its place.

alter table users add column mail_failed_at timestamptz;
create index users_mail_failed on users (id) where mail_failed_at is not null;

alter table webhook_deliveries
    drop constraint webhook_deliveries_source_check,
    add constraint webhook_deliveries_source_check check (source in ('PORTONE', 'RESEND'));
-- A sender repeats itself for hours at most; what is older serves nobody.
create index webhook_deliveries_received on webhook_deliveries (received_at);
