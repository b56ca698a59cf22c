-- People, how they sign in, and what they chose.
create table user_account (
    user_id            uuid        not null primary key,
    username           text        not null,
    -- Lower case, so that "Ada" and "ada" cannot be two people.
    username_key       text        not null,
    email              text        not null,
    email_key          text        not null,
    email_verified_at  timestamptz,
    -- A new address that waits for its link to be followed.
    pending_email      text,
    password_hash      text        not null,
    display_name       text        not null,
    -- Lower case, for searching: SQLite itself only knows the capitals of English.
    display_name_key   text        not null,
    bio                text        not null default '',
    -- Who may see the profile: 'everyone', 'members' (signed in), 'nobody'.
    visibility         text        not null default 'everyone',
    role               text        not null default 'attendee',
    suspended_at       timestamptz,
    picture_id         uuid,
    created_at         timestamptz not null,
    -- Grows with every edit: a second editor is told instead of overwriting.
    version            bigint      not null default 1,
    constraint user_account_username unique (username_key),
    constraint user_account_email unique (email_key),
    constraint user_account_role check (role in ('attendee', 'organizer', 'admin')),
    constraint user_account_visibility check (visibility in ('everyone', 'members', 'nobody'))
);

create index user_account_by_role on user_account (role, user_id);

create table preference (
    user_id     uuid   not null primary key references user_account (user_id),
    language    text   not null,
    time_zone   text   not null,
    currency    text   not null,
    theme       text   not null,
    -- Which kinds of notice go where; new kinds get their default without a migration.
    choices     jsonb  not null,
    version     bigint not null default 1
);

-- One sign-in on one device: the family its refresh tokens belong to.
create table session (
    session_id    uuid        not null primary key,
    user_id       uuid        not null references user_account (user_id),
    -- What the device calls itself, already in words ("Firefox on Linux").
    device        text        not null,
    address       text        not null,
    created_at    timestamptz not null,
    last_used_at  timestamptz not null,
    expires_at    timestamptz not null,
    ended_at      timestamptz
);

create index session_of_user on session (user_id) where ended_at is null;

-- Every refresh token ever given out for a live session; the token itself is known to its holder only.
create table refresh_token (
    token_hash  bytea       not null primary key,
    session_id  uuid        not null references session (session_id),
    issued_at   timestamptz not null,
    -- Set by the one refresh that wins. Whoever shows the token after that gives a thief away.
    spent_at    timestamptz
);

create index refresh_token_of_session on refresh_token (session_id);

-- Links sent by mail. Only the hash is kept: reading this table lets nobody in.
create table mail_token (
    token_hash  bytea       not null primary key,
    user_id     uuid        not null references user_account (user_id),
    -- 'verify_email' or 'reset_password'.
    purpose     text        not null,
    -- The address the link was sent to: verifying confirms this one, also when it is a new one.
    email       text        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);

create index mail_token_of_user on mail_token (user_id, purpose);

-- How often somebody tried something lately. The subject is hashed: no list of addresses grows here.
create table attempt (
    kind               text        not null,
    subject_hash       bytea       not null,
    window_started_at  timestamptz not null,
    count              bigint      not null,
    primary key (kind, subject_hash)
);

-- Pictures people uploaded, re-encoded by us in the sizes we show.
create table picture (
    picture_id    uuid        not null,
    size          text        not null,
    content_type  text        not null,
    bytes         bytea       not null,
    created_at    timestamptz not null,
    primary key (picture_id, size)
);
