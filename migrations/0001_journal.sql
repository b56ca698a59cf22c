-- The journal: one entry for every change that matters, written in the transaction that made it. It is the outbox
-- (published_at is null: still to be told), the audit log and the history of things at once, so nothing is ever
-- deleted from it and nothing but the lease and the mark of the relay is ever changed.
create table journal (
    -- UUIDv7, made by us: sorts by the time of the entry.
    entry_id      uuid        not null primary key,
    -- noun_verb, the type of the message.
    kind          text        not null,
    version       integer     not null,
    -- The thing it is about. Null where there is none to name: a reset asked for an address nobody has.
    subject_id    uuid,
    -- Who did it. Null: the platform itself, or nobody known.
    actor_id      uuid,
    occurred_at   timestamptz not null,
    data          jsonb       not null,
    published_at  timestamptz,
    -- A relay that took the entry owns it until then; if it dies, the next one takes it over.
    leased_until  timestamptz,
    attempts      integer     not null default 0
);

create index journal_unpublished on journal (entry_id) where published_at is null;
create index journal_subject on journal (subject_id, entry_id);

-- What a consumer has done. Messages are delivered at least once; a row here makes the effect happen once.
create table consumed (
    consumer      text        not null,
    entry_id      uuid        not null,
    consumed_at   timestamptz not null,
    -- 'done', or why it was given up.
    verdict       text        not null,
    primary key (consumer, entry_id)
);

-- The first answer to a request with an idempotency key, to be given again to the same request.
create table idempotent_answer (
    idempotency_key text        not null,
    -- Who asked (a user, or an address for visitors): a key means nothing to anybody else.
    asker           text        not null,
    route           text        not null,
    request_hash    bytea       not null,
    -- Null while the first request is still running.
    status          integer,
    -- Sealed with a key from the site's secret: answers may carry tokens.
    body            bytea,
    content_type    text,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    primary key (asker, idempotency_key)
);

create index idempotent_answer_expiry on idempotent_answer (expires_at);
