-- Notices that reach a browser although Foyer is not open in it.
create table push_device (
    push_device_id  uuid        not null primary key,
    user_id         uuid        not null references user_account (user_id),
    -- The sign-in it was switched on in: when that ends, nothing is shown there any more.
    session_id      uuid        not null references session (session_id),
    -- Where the browser's maker takes what is for this browser. Whoever knows it could ask them to show something.
    endpoint        text        not null,
    -- The browser's keys: only it can read what it is sent.
    public_key      bytea       not null,
    auth_secret     bytea       not null,
    -- The key of ours it was switched on for: with another one nothing reaches it.
    sender          text        not null,
    created_at      timestamptz not null,
    constraint push_device_endpoint unique (endpoint),
    constraint push_device_of_session unique (session_id)
);

create index push_device_of_user on push_device (user_id);

-- What waits to be sent to a device. Gone once it was taken, or too old to be news.
create table push (
    entry_id        uuid        not null,
    -- The device may be gone by the time it is read: a reference would only be in the way.
    push_device_id  uuid        not null,
    kind            text        not null,
    data            jsonb       not null,
    created_at      timestamptz not null,
    -- When to try next; while somebody is trying, when to take it over from them.
    due_at          timestamptz not null,
    attempts        integer     not null default 0,
    primary key (entry_id, push_device_id)
);

create index push_due on push (due_at);
