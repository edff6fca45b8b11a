-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다.
-- 구조를 되돌리면 잃는 것: 메일이 되돌아온 주소의 기록과 처리한 Resend 웹훅. 다시 온 웹훅은 이전 판이 모르므로 해가 없습니다.
drop index webhook_deliveries_received, users_mail_failed;
delete from webhook_deliveries where source = 'RESEND';
alter table webhook_deliveries
    drop constraint webhook_deliveries_source_check,
    add constraint webhook_deliveries_source_check check (source in ('PORTONE'));
alter table users drop column mail_failed_at;
delete from schema_migrations where name = '0018_create_mail_failures.sql';
