-- Notices inside the product.
create table notice (
    notice_id   uuid        not null primary key,
    user_id     uuid        not null references user_account (user_id),
    kind        text        not null,
    -- What the notice is about, for the words and the link it is shown with.
    data        jsonb       not null,
    created_at  timestamptz not null,
    read_at     timestamptz,
    -- The journal entry it was made from, so that a repeated message makes no second one.
    entry_id    uuid        not null,
    constraint notice_once unique (user_id, entry_id)
);

create index notice_of_user on notice (user_id, notice_id);
create index notice_unread on notice (user_id) where read_at is null;

-- Mail kept instead of sent, for the mailbox page of the embedded mode.
create table kept_mail (
    mail_id     uuid        not null primary key,
    message_id  text        not null,
    recipient   text        not null,
    subject     text        not null,
    text_body   text        not null,
    html_body   text        not null,
    kept_at     timestamptz not null
);

create index kept_mail_recipient on kept_mail (recipient, mail_id);
