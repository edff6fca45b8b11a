-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다.
-- 구조를 되돌리면 잃는 것: 데이터는 없습니다. 이름으로 찾기가 동작하지 않습니다.
drop index users_by_name, consultations_by_name;
drop function letter_pairs(text);
delete from schema_migrations where name = '0010_create_search.sql';
