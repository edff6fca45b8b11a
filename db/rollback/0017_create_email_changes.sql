-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다. 보낸 주소 변경 링크는 동작하지 않습니다.
-- 구조를 되돌리면 잃는 것: 쓰지 않은 주소 변경 링크. 주소를 바꾸어 끊은 세션은 본인이 끊은 것으로 남습니다.
delete from email_tokens where purpose = 'CHANGE_EMAIL';
alter table email_tokens
    drop column address,
    drop constraint email_tokens_purpose_check,
    add constraint email_tokens_purpose_check check (purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD'));
update sessions set revoked_why = 'BY_USER' where revoked_why = 'EMAIL_CHANGED';
alter table sessions
    drop constraint sessions_revoked_why_check,
    add constraint sessions_revoked_why_check check (revoked_why in ('LOGOUT', 'PASSWORD_CHANGED', 'REUSED_TOKEN', 'BY_USER', 'ACCOUNT_DELETED', 'ROLE_CHANGED'));
delete from schema_migrations where name = '0017_create_email_changes.sql';
