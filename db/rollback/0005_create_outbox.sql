-- 프로그램만 되돌릴 때: 해당 없음. 첫 판의 바탕입니다.
-- 구조를 되돌리면 잃는 것: 아직 나가지 않은 메일과 메시지 모두. 먼저 monitor.outbox_lanes의 waiting이 0인지 보세요.
drop table outbox;
delete from schema_migrations where name = '0005_create_outbox.sql';
