-- 프로그램만 되돌릴 때: 하지 마세요. 이전 판에는 철회가 동의로 보입니다. 철회가 하나도 없을 때만 괜찮습니다.
-- 구조를 되돌리면 잃는 것: 데이터는 없습니다. 철회가 하나라도 있으면 실패하고 아무것도 바뀌지 않습니다.
do $$
begin
    if exists (select from consents where not granted) then
        raise exception '철회한 동의가 있어 되돌릴 수 없습니다.';
    end if;
end
$$;
drop index consents_user;
create index consents_user on consents (user_id);
alter table consents drop column granted;
delete from schema_migrations where name = '0016_create_consent_withdrawals.sql';
