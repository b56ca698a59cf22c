-- Clubs, who belongs to them, whom they invite and what they tell.
create table club (
    club_id           uuid        not null primary key,
    name              text        not null,
    -- Lower case, so that "Chess" and "chess" cannot be two clubs.
    name_key          text        not null,
    description       text        not null default '',
    -- Lower case, for searching: SQLite itself only knows the capitals of English.
    description_key   text        not null default '',
    status            text        not null default 'pending',
    -- What the admin wrote, while it is rejected.
    rejection_reason  text,
    join_policy       text        not null,
    -- Who sees who belongs to it: 'everyone', 'members', 'officers'.
    members_visible   text        not null,
    -- The colour its pages are tinted with, in degrees; null leaves it to us.
    hue               integer,
    -- In the table picture; without one its poster is drawn.
    picture_id        uuid,
    created_at        timestamptz not null,
    -- A deleted club is kept for those who ask what happened, and is nowhere to be seen.
    deleted_at        timestamptz,
    -- Grows with every edit and decision: a second editor is told instead of overwriting.
    version           bigint      not null default 1,
    constraint club_status check (status in ('pending', 'approved', 'rejected')),
    constraint club_rejection check ((status = 'rejected') = (rejection_reason is not null)),
    constraint club_join_policy check (join_policy in ('open', 'request', 'invite')),
    constraint club_members_visible check (members_visible in ('everyone', 'members', 'officers')),
    constraint club_hue check (hue between 0 and 359)
);

-- Decides who gets a name. Rejecting or deleting a club frees it.
create unique index club_name on club (name_key) where status <> 'rejected' and deleted_at is null;
create index club_by_status on club (status, club_id) where deleted_at is null;

-- Who belongs to a club, and who asked to. Leaving deletes the row; the journal remembers.
create table club_member (
    -- Sorts the list by who came first.
    membership_id  uuid        not null primary key,
    club_id        uuid        not null references club (club_id),
    user_id        uuid        not null references user_account (user_id),
    role           text        not null default 'member',
    status         text        not null,
    -- What they wrote when they asked, until they are answered.
    message        text        not null default '',
    -- When they became what they are: asked, or were let in.
    since          timestamptz not null,
    constraint club_member_once unique (club_id, user_id),
    constraint club_member_role check (role in ('member', 'officer', 'owner')),
    constraint club_member_status check (status in ('active', 'requested')),
    constraint club_member_asks_as_member check (status = 'active' or role = 'member')
);

-- Never two owners, whoever hands over to whom at the same moment. That there is one is kept by the statements:
-- none of them takes an owner away.
create unique index club_owner on club_member (club_id) where role = 'owner';
create index club_member_of_club on club_member (club_id, status, membership_id);
create index club_member_of_user on club_member (user_id);

-- Open invitations. One that was used or withdrawn is deleted: there is nothing left to do with it.
create table club_invitation (
    invitation_id  uuid        not null primary key,
    club_id        uuid        not null references club (club_id),
    email          text        not null,
    email_key      text        not null,
    invited_by     uuid        not null references user_account (user_id),
    created_at     timestamptz not null,
    constraint club_invitation_once unique (club_id, email_key)
);

create index club_invitation_of_club on club_invitation (club_id, invitation_id);

-- What a club tells its members, or everybody.
create table club_post (
    post_id       uuid        not null primary key,
    club_id       uuid        not null references club (club_id),
    author_id     uuid        not null references user_account (user_id),
    title         text        not null,
    body          text        not null,
    members_only  boolean     not null,
    created_at    timestamptz not null,
    edited_at     timestamptz,
    version       bigint      not null default 1
);

create index club_post_of_club on club_post (club_id, post_id);
