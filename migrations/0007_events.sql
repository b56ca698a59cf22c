-- Events: what kind they are, what they say, when and where they are, and how far they have come.
create table category (
    category_id  uuid        not null primary key,
    name         text        not null,
    -- Lower case, so that "Music" and "music" cannot be two categories.
    name_key     text        not null,
    created_at   timestamptz not null,
    -- Grows with every edit: a second editor is told instead of overwriting.
    version      bigint      not null default 1,
    constraint category_name unique (name_key)
);

create table event (
    event_id       uuid        not null primary key,
    title          text        not null,
    description    text        not null default '',
    -- The reference decides between an event that takes a category and an admin who deletes it.
    category_id    uuid        references category (category_id),
    -- Without one it is its creator's own.
    club_id        uuid        references club (club_id),
    venue_id       uuid,
    plan_id        uuid,
    -- Where, when there is no venue.
    location       text,
    city           text,
    -- For those who hold a ticket and those who run it.
    online_url     text,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    time_zone      text        not null,
    currency       text        not null,
    -- Places altogether; null leaves it to the ticket types.
    capacity       integer,
    members_only   boolean     not null,
    -- That it has ended is told by the clock.
    status         text        not null default 'draft',
    cancel_reason  text,
    picture_id     uuid,
    created_by     uuid        not null references user_account (user_id),
    created_at     timestamptz not null,
    published_at   timestamptz,
    -- Grows with every edit and every step it takes: a second editor is told instead of overwriting.
    version        bigint      not null default 1,
    constraint event_status check (status in ('draft', 'published', 'cancelled')),
    constraint event_times check (starts_at < ends_at),
    constraint event_capacity check (capacity between 1 and 1000000),
    constraint event_members_only check (not members_only or club_id is not null),
    constraint event_published check (status <> 'published' or published_at is not null),
    constraint event_cancellation check ((status = 'cancelled') = (cancel_reason is not null))
);

create index event_of_category on event (category_id);
create index event_of_club on event (club_id, starts_at);
create index event_of_creator on event (created_by, event_id);

-- What one can buy for an event. Bookings count here what they take, so that one statement decides who gets the last.
create table ticket_type (
    ticket_type_id  uuid        not null primary key,
    event_id        uuid        not null references event (event_id),
    name            text        not null,
    description     text        not null default '',
    -- Minor units of the event's currency.
    price           bigint      not null,
    -- Null: as many as the event has places.
    quota           integer,
    -- Where in the venue.
    section_id      uuid,
    sales_start     timestamptz,
    sales_end       timestamptz,
    min_per_order   integer     not null,
    max_per_order   integer     not null,
    max_per_person  integer,
    members_only    boolean     not null,
    hidden          boolean     not null,
    -- Its place in the list.
    position        integer     not null,
    -- Prices for the early ones, in their order: name, price, until, quantity.
    tiers           jsonb       not null,
    sold            integer     not null default 0,
    -- Somebody is buying them.
    held            integer     not null default 0,
    created_at      timestamptz not null,
    version         bigint      not null default 1,
    constraint ticket_type_price check (price >= 0),
    constraint ticket_type_taken check (sold >= 0 and held >= 0),
    -- Never one more than there are, whatever the statements say.
    constraint ticket_type_quota check (quota is null or sold + held <= quota),
    constraint ticket_type_per_order check (1 <= min_per_order and min_per_order <= max_per_order)
);

create index ticket_type_of_event on ticket_type (event_id, position, ticket_type_id);

-- What happens inside an event. That a room or a speaker is in one place at a time is decided while the event is held.
create table event_session (
    session_id    uuid        not null primary key,
    event_id      uuid        not null references event (event_id),
    title         text        not null,
    description   text        not null default '',
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    room          text,
    speaker_name  text,
    -- Where the speaker has an account.
    speaker_id    uuid        references user_account (user_id),
    capacity      integer,
    version       bigint      not null default 1,
    constraint event_session_times check (starts_at < ends_at),
    constraint event_session_capacity check (capacity between 1 and 1000000)
);

create index event_session_of_event on event_session (event_id, starts_at, session_id);
