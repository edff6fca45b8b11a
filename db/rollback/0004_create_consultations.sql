-- 프로그램만 되돌릴 때: 해당 없음. 첫 판의 바탕입니다.
-- 구조를 되돌리면 잃는 것: 모든 상담, 타임라인, 문서의 기록, 대화, 공유 링크.
drop table share_links, consultation_messages, attachments, documents, consultation_events, slot_claims, consultations;
delete from schema_migrations where name = '0004_create_consultations.sql';
