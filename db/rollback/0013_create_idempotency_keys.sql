-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다.
-- 구조를 되돌리면 잃는 것: 지난 24시간 동안 처리한 요청의 키. 그 요청을 다시 보내면 두 번 처리될 수 있습니다.
drop table idempotency_keys;
delete from schema_migrations where name = '0013_create_idempotency_keys.sql';
