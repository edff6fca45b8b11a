-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다.
-- 구조를 되돌리면 잃는 것: 무엇을 알렸는지. 어긋난 결제가 있다면 다시 알립니다.
drop table ledger_alarms;
delete from schema_migrations where name = '0015_create_ledger_alarms.sql';
