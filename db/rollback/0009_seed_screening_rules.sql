-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다.
-- 구조를 되돌리면 잃는 것: 처음에 넣은 거절 규칙과 관리자가 그것을 고친 내용. 그동안 아무것도 자동으로 거절하지 않습니다.
delete from screening_rules where id::text like '01900000-0000-7000-8000-0000000d%';
delete from schema_migrations where name = '0009_seed_screening_rules.sql';
