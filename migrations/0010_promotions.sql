-- Promotions: codes that take something off what tickets cost, for one event or for all of them.
create table promotion (
    promotion_id        uuid        not null primary key,
    -- Without one it holds at every event. A draft that is thrown away takes its codes along.
    event_id            uuid        references event (event_id) on delete cascade,
    -- Always in capitals, so that "Spring" and "SPRING" cannot be two codes.
    code                text        not null,
    -- One of the two: whole percents of each ticket, or minor units of money off a booking.
    percent_off         integer,
    amount_off          bigint,
    -- What is for one event is in its currency, which is kept at the event.
    currency            text,
    -- The ticket types it is for, of its event; all of them when there are none. One that was removed stays named, so that
    -- a code for it never becomes a code for everything.
    only_for            jsonb       not null,
    -- Null: as often as people like.
    max_uses            integer,
    max_uses_per_person integer,
    -- A booking must have as many tickets that it is for.
    min_tickets         integer     not null,
    starts_at           timestamptz,
    ends_at             timestamptz,
    paused              boolean     not null,
    -- Bookings count here, so that one statement decides who gets the last use.
    uses                integer     not null default 0,
    created_by          uuid        not null references user_account (user_id),
    created_at          timestamptz not null,
    -- Grows with every edit, not with every use: a second editor is told instead of overwriting.
    version             bigint      not null default 1,
    constraint promotion_off check ((percent_off is null) <> (amount_off is null)),
    constraint promotion_percent check (percent_off between 1 and 100),
    constraint promotion_amount check (amount_off >= 1),
    constraint promotion_currency check ((currency is not null) = (event_id is null and amount_off is not null)),
    constraint promotion_times check (starts_at < ends_at),
    constraint promotion_min_tickets check (min_tickets >= 1),
    -- Never one more than there may be, whatever the statements say.
    constraint promotion_uses check (uses >= 0 and (max_uses is null or uses <= max_uses))
);

create unique index promotion_code_of_event on promotion (event_id, code) where event_id is not null;
create unique index promotion_code_of_all on promotion (code) where event_id is null;
create index promotion_by_event on promotion (event_id, promotion_id);
