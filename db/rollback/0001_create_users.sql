-- 프로그램만 되돌릴 때: 해당 없음. 첫 판의 바탕입니다.
-- 구조를 되돌리면 잃는 것: 모든 사람, 동의, 세션. 빈 데이터베이스로 돌아갑니다.
drop table login_throttle, email_tokens, refresh_tokens, sessions, consents, users;
delete from schema_migrations where name = '0001_create_users.sql';
