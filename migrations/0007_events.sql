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
