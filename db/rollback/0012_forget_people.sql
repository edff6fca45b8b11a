-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다.
-- 구조를 되돌리면 잃는 것: 데이터는 없습니다. 새 판의 프로그램에서 회원 탈퇴가 실패합니다.
drop function forget_timeline(uuid), without_words(jsonb);
delete from schema_migrations where name = '0012_forget_people.sql';
