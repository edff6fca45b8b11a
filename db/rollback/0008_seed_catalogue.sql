-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다.
-- 구조를 되돌리면 잃는 것: 처음에 넣은 단가와 이벤트, 관리자가 그것을 고친 내용. 이벤트를 쓴 상담이 있으면 실패하고 아무것도 바뀌지 않습니다.
delete from prices where id::text like '01900000-0000-7000-8000-0000000%';
delete from campaigns where id::text like '01900000-0000-7000-8000-0000000%';
delete from schema_migrations where name = '0008_seed_catalogue.sql';
