-- Money that came by a transfer goes back to an account only. Its customer is asked for one; it is kept on the payment, sealed
-- under a key that is not in the database, with what may be shown of it, until no refund of the payment is open any more.

alter table payments
    add column refunds_to_account boolean not null default false,
    add column refund_account jsonb check (jsonb_typeof(refund_account) = 'object');
alter table payment_flags add column refunds_to_account boolean not null default false;

-- What came by a transfer before we kept it so, in the words of both generations of the vendor.
update payments set refunds_to_account = true where method in ('vbank', 'PaymentMethodVirtualAccount');

alter table refunds drop constraint refunds_status_check;
alter table refunds add constraint refunds_status_check check (status in ('AWAITING_ACCOUNT', 'PENDING', 'REQUESTED', 'SUCCEEDED', 'FAILED'));
