-- A person's account of credits and refunds, made by the consumer of user_created.
create table payment_account (
    payment_account_id  uuid        not null primary key,
    user_id             uuid        not null references user_account (user_id),
    currency            text        not null,
    opened_at           timestamptz not null,
    constraint payment_account_user unique (user_id)
);

-- What moved on it. The balance is the sum: it is stored nowhere, so it cannot disagree.
create table ledger_entry (
    ledger_entry_id     uuid        not null primary key,
    payment_account_id  uuid        not null references payment_account (payment_account_id),
    -- Minor units; positive in favour of the person.
    amount              bigint      not null,
    reason              text        not null,
    occurred_at         timestamptz not null
);

create index ledger_entry_of_account on ledger_entry (payment_account_id, ledger_entry_id);
