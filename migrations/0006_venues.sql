-- Venues: where things are put on, how their seats are arranged, and who counts on that staying so.
create table venue (
    venue_id     uuid        not null primary key,
    name         text        not null,
    -- Lower case, for searching: SQLite itself only knows the capitals of English.
    name_key     text        not null,
    address      text        not null default '',
    address_key  text        not null default '',
    city         text        not null default '',
    city_key     text        not null default '',
    time_zone    text        not null,
    -- Its officers look after it, too.
    club_id      uuid        references club (club_id),
    created_by   uuid        not null references user_account (user_id),
    created_at   timestamptz not null,
    -- A deleted venue is kept for the events that took place there.
    deleted_at   timestamptz,
    -- The newest version of its plan; nothing was drawn yet while it is 0.
    plan_number  bigint      not null default 0,
    -- Grows with every edit: a second editor is told instead of overwriting.
    version      bigint      not null default 1
);

create index venue_of_creator on venue (created_by, venue_id);
create index venue_of_club on venue (club_id, venue_id);

-- One version of a venue's seat plan. It never changes: whoever sold seats by it keeps it.
create table plan (
    plan_id        uuid        not null primary key,
    venue_id       uuid        not null references venue (venue_id),
    number         bigint      not null,
    -- The whole of it as one JSON text: the database never looks inside.
    document       text        not null,
    -- What its sections are called and how many fit in, for those who do not need every seat.
    sections       jsonb       not null,
    seats          integer     not null,
    standing       integer     not null,
    -- The picture it is drawn upon.
    background_id  uuid,
    -- Tells that saving it again changed nothing.
    fingerprint    bytea       not null,
    created_by     uuid        not null references user_account (user_id),
    created_at     timestamptz not null,
    -- Two who save at the same moment cannot both make the next version.
    constraint plan_number_once unique (venue_id, number),
    constraint plan_number_counts check (number >= 1),
    constraint plan_places check (seats >= 0 and standing >= 0)
);

-- Pictures that were uploaded to draw plans upon, in the table picture.
create table plan_background (
    picture_id  uuid        not null primary key,
    venue_id    uuid        not null references venue (venue_id),
    created_at  timestamptz not null
);

create index plan_background_of_venue on plan_background (venue_id, picture_id);

-- What takes place at a venue, and by which version of its plan. Kept here, so that a venue knows it is needed
-- without knowing what for.
create table venue_use (
    -- The id of what takes place.
    used_by     uuid        not null primary key,
    venue_id    uuid        not null references venue (venue_id),
    plan_id     uuid        references plan (plan_id),
    -- When it is over: from then on the venue may be deleted; the version of the plan is kept all the same.
    used_until  timestamptz not null
);

create index venue_use_of_venue on venue_use (venue_id, used_until);
create index venue_use_of_plan on venue_use (plan_id);
