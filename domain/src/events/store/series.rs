//! The tables `event_series` and `event_series_exception`, and what ties an event to them.

use crate::events::EventStatus;
use crate::ids::{EventId, SeriesId, UserId};
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all, fetch_optional};
use crate::time::{Day, Timestamp};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SeriesRow {
    pub series_id: SeriesId,
    pub rule: String,
    pub starts_at: Timestamp,
    pub time_zone: String,
    pub version: i64,
}

pub struct NewSeries<'a> {
    pub series_id: SeriesId,
    pub rule: &'a str,
    pub starts_at: Timestamp,
    pub time_zone: &'a str,
    pub created_by: UserId,
}

pub async fn insert(tx: &mut Tx, new: &NewSeries<'_>) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into event_series (series_id, rule, starts_at, time_zone, created_by, created_at)
             values ($1, $2, $3, $4, $5, $6)"
        )
        .bind(new.series_id)
        .bind(new.rule)
        .bind(new.starts_at)
        .bind(new.time_zone)
        .bind(new.created_by)
        .bind(now)
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, series_id: SeriesId) -> Result<Option<SeriesRow>, Fault> {
    fetch_optional!(
        tx,
        sqlx::query_as::<_, SeriesRow>(
            "select series_id, rule, starts_at, time_zone, version from event_series where series_id = $1"
        )
        .bind(series_id)
    )
}

/// Whoever makes dates or changes several of them waits for the others here. Before any event is held.
pub async fn lock(tx: &mut Tx, series_id: SeriesId) -> Result<(), Fault> {
    if tx.is_sqlite() {
        return Ok(());
    }
    fetch_optional!(
        tx,
        sqlx::query_as::<_, (SeriesId,)>("select series_id from event_series where series_id = $1 for no key update")
            .bind(series_id)
    )
    .map(|_| ())
}

/// Every date at once, always in the same order: two who hold several never wait for each other.
pub async fn lock_dates(tx: &mut Tx, series_id: SeriesId) -> Result<(), Fault> {
    if tx.is_sqlite() {
        return Ok(());
    }
    fetch_all!(
        tx,
        sqlx::query_as::<_, (EventId,)>(
            "select event_id from event where series_id = $1 order by series_date for no key update"
        )
        .bind(series_id)
    )
    .map(|_| ())
}

/// False when somebody else changed it first.
pub async fn set_rule(tx: &mut Tx, series_id: SeriesId, rule: &str, version: i64) -> Result<bool, Fault> {
    let updated = execute!(
        tx,
        sqlx::query("update event_series set rule = $1, version = version + 1 where series_id = $2 and version = $3")
            .bind(rule)
            .bind(series_id)
            .bind(version)
    )?;
    Ok(updated == 1)
}

/// In their order.
pub async fn list_exceptions(tx: &mut Tx, series_id: SeriesId) -> Result<Vec<String>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, (String,)>("select day from event_series_exception where series_id = $1 order by day")
            .bind(series_id)
    )?;
    Ok(rows.into_iter().map(|(day,)| day).collect())
}

/// No date is made for this day again. False when that was so already.
pub async fn leave_out(tx: &mut Tx, series_id: SeriesId, day: &str) -> Result<bool, Fault> {
    let inserted = execute!(
        tx,
        sqlx::query("insert into event_series_exception (series_id, day) values ($1, $2) on conflict do nothing")
            .bind(series_id)
            .bind(day)
    )?;
    Ok(inserted == 1)
}

/// False when it is a date of a series already.
pub async fn take_in(tx: &mut Tx, event_id: EventId, series_id: SeriesId, day: Day) -> Result<bool, Fault> {
    let taken = execute!(
        tx,
        sqlx::query("update event set series_id = $1, series_date = $2 where event_id = $3 and series_id is null")
            .bind(series_id)
            .bind(day.to_string())
            .bind(event_id)
    )?;
    Ok(taken == 1)
}

pub async fn let_go(tx: &mut Tx, event_id: EventId) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("update event set series_id = null, series_date = null where event_id = $1").bind(event_id)
    )?;
    Ok(())
}

/// What of each date is sold or held, and how many tickets there are where all kinds have a number.
pub async fn count_tickets(tx: &mut Tx, series_id: SeriesId) -> Result<Vec<(EventId, i64, Option<i64>)>, Fault> {
    fetch_all!(
        tx,
        sqlx::query_as::<_, (EventId, i64, Option<i64>)>(
            "select e.event_id, cast(sum(t.sold + t.held) as bigint),
                    cast(case when count(t.quota) = count(*) then sum(t.quota) end as bigint)
             from event e
             join ticket_type t on t.event_id = e.event_id
             where e.series_id = $1
             group by e.event_id"
        )
        .bind(series_id)
    )
}

/// The next date of a series somebody put on, and how many are still to come.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ComingDate {
    pub series_id: SeriesId,
    pub to_come: i64,
    pub event_id: EventId,
    pub title: String,
    pub starts_at: Timestamp,
    pub status: EventStatus,
}

/// One line for each series that has any.
pub async fn list_coming_of(tx: &mut Tx, creator: UserId) -> Result<Vec<ComingDate>, Fault> {
    let now = tx.now();
    fetch_all!(
        tx,
        sqlx::query_as::<_, ComingDate>(
            "select series_id, to_come, event_id, title, starts_at, status
             from (
               select series_id, event_id, title, starts_at, status,
                      count(*) over (partition by series_id) as to_come,
                      row_number() over (partition by series_id order by starts_at, event_id) as place
               from event
               where created_by = $1 and series_id is not null and ends_at > $2 and status <> 'cancelled'
             ) dates
             where place = 1"
        )
        .bind(creator)
        .bind(now)
    )
}
