-- 프로그램만 되돌릴 때: 해당 없음. 첫 판의 바탕입니다.
-- 구조를 되돌리면 잃는 것: 관리자가 고친 단가표, 이벤트, 거절 규칙.
drop table screening_rules, campaigns, prices;
delete from schema_migrations where name = '0002_create_catalogue.sql';
