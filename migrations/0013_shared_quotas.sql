-- So many altogether of several kinds of ticket, like adults and children on the same forty places.
create table shared_quota (
    shared_quota_id  uuid        not null primary key,
    event_id         uuid        not null references event (event_id),
    name             text        not null,
    size             integer     not null,
    -- The ticket types that share it. One that was removed may stay named: it takes nothing.
    ticket_type_ids  jsonb       not null,
    created_at       timestamptz not null,
    version          bigint      not null default 1,
    -- How many of them are taken is counted while the event is held.
    constraint shared_quota_size check (size between 1 and 1000000)
);

create index shared_quota_of_event on shared_quota (event_id, shared_quota_id);
