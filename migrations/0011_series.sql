-- Events that come again: the rule that makes their dates, and what ties the dates together. Each date is an event of its
-- own, so that nothing else has to know of series.
create table event_series (
    series_id   uuid        not null primary key,
    -- As iCalendar writes it (RFC 5545).
    rule        text        not null,
    -- When the first of its dates began when it was made, and by which clocks: the others begin at the same hour.
    starts_at   timestamptz not null,
    time_zone   text        not null,
    created_by  uuid        not null references user_account (user_id),
    created_at  timestamptz not null,
    -- Grows when the rule gets another end.
    version     bigint      not null default 1
);

-- Days the rule makes that are left out: from the start, or because their date was thrown away or went its own way.
create table event_series_exception (
    series_id  uuid not null references event_series (series_id),
    day        text not null,
    primary key (series_id, day)
);

alter table event add column series_id uuid references event_series (series_id);

-- The day the rule made it for, whenever it takes place now.
alter table event add column series_date text
    constraint event_series_date check ((series_id is null) = (series_date is null));

-- However many make dates at once, no day gets two.
create unique index event_of_series on event (series_id, series_date) where series_id is not null;
