-- The catalogue: what of the published events everybody searches in. Every server keeps an index of it in its memory
-- and reads from here only what changed since.

-- Counts the changes of the catalogue. Whoever changes it holds this row until the commit, so changes become visible in
-- the order of their numbers: a reader that knows one has seen all before it.
create table catalogue_clock (
    one       integer not null primary key,
    revision  bigint  not null,
    constraint catalogue_clock_one check (one = 1)
);

insert into catalogue_clock (one, revision) values (1, 0);

-- What is searched of an event that was published once. The facts beside it are read from the event itself.
create table event_listing (
    event_id     uuid    not null primary key references event (event_id),
    revision     bigint  not null,
    -- How this row was made: rows of an older way are made anew when a server starts.
    layout       integer not null,
    -- Words in the form they are searched in, each once, with a space between them.
    title_words  text    not null,
    place_words  text    not null,
    text_words   text    not null,
    -- What it costs and whether there are places, from which moment on: nothing has to run when a price ends.
    offers       jsonb   not null,
    constraint event_listing_revision unique (revision)
);

create index event_listing_by_layout on event_listing (layout);

-- The names of categories and clubs as the catalogue knows them: a new name is one row, not one for each event.
create table catalogue_name (
    name_id   uuid   not null primary key,
    -- Empty when there is nothing of this name any more.
    name      text   not null,
    revision  bigint not null
);

create index catalogue_name_by_revision on catalogue_name (revision);

-- An event that was put on again has the picture of the first; the last of them takes it along.
create index event_of_picture on event (picture_id) where picture_id is not null;
