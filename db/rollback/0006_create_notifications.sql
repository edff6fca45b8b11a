-- 프로그램만 되돌릴 때: 해당 없음. 첫 판의 바탕입니다.
-- 구조를 되돌리면 잃는 것: 알림과 수신 설정, 감사 기록. 감사 기록은 먼저 따로 보관하세요.
drop table audit_log, notification_preferences, notifications;
delete from schema_migrations where name = '0006_create_notifications.sql';
