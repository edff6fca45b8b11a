-- 프로그램만 되돌릴 때: 해당 없음. 첫 판의 바탕입니다.
-- 구조를 되돌리면 잃는 것: 모든 파일의 기록. 저장소의 내용은 남지만 어느 것이 누구 것인지 알 수 없게 됩니다.
drop table files;
delete from schema_migrations where name = '0003_create_files.sql';
