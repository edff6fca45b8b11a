-- 프로그램만 되돌릴 때: 그대로 두어도 됩니다. 이전 판은 이 테이블들을 모르고, outbox의 PAYMENTS는 아무도 가져가지 않은 채 기다립니다.
-- 구조를 되돌리면 잃는 것: 모든 결제와 장부. 전자상거래법이 5년 동안 보관하라고 하는 기록입니다. 먼저 백업하고, 실제 결제가 있었다면 하지 마세요.
-- PAYMENTS에 기다리는 것이 있으면 실패하고 아무것도 바뀌지 않습니다.
drop view ledger_differences;
drop table ledger_entries, webhook_deliveries, refunds, payment_flags, payments;
drop function require_agreeing_ledger(), refuse_change();
alter table outbox drop constraint outbox_lane_check;
alter table outbox add constraint outbox_lane_check check (lane in ('DISCORD', 'EMAIL', 'INTERNAL'));
delete from schema_migrations where name = '0011_create_payments.sql';
