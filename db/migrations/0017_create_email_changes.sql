-- Another address is believed when its own link was used. The link's row holds the new address until then, and the old one
-- until it was told.

alter table email_tokens
    add column address text check (address = lower(address)),
    drop constraint email_tokens_purpose_check,
    add constraint email_tokens_purpose_check check (purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CHANGE_EMAIL')),
    add constraint email_tokens_address_of_a_change check (address is null or purpose = 'CHANGE_EMAIL');

alter table sessions
    drop constraint sessions_revoked_why_check,
    add constraint sessions_revoked_why_check check (
        revoked_why in ('LOGOUT', 'PASSWORD_CHANGED', 'EMAIL_CHANGED', 'REUSED_TOKEN', 'BY_USER', 'ACCOUNT_DELETED', 'ROLE_CHANGED'));
