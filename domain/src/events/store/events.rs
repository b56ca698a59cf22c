//! The table `event`. The names of its club and its venue are read beside it; a venue that was deleted keeps its name here.

use uuid::Uuid;

use crate::clubs::ClubStatus;
use crate::events::{Event, EventStatus, EventSummary, Exposure, Standing};
use crate::ids::{CategoryId, ClubId, EventId, PictureId, PlanId, SeriesId, UserId, VenueId};
use crate::money::Currency;
use crate::outcome::Fault;
use crate::page::PageRequest;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional};
use crate::time::{Day, Timestamp};

/// What those who run an event may change.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct EventFields {
    pub title: String,
    pub description: String,
    pub category_id: Option<CategoryId>,
    pub club_id: Option<ClubId>,
    pub venue_id: Option<VenueId>,
    pub plan_id: Option<PlanId>,
    pub location: Option<String>,
    pub city: Option<String>,
    pub online_url: Option<String>,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub time_zone: String,
    pub currency: Currency,
    pub capacity: Option<i32>,
    pub members_only: bool,
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct EventRow {
    pub event_id: EventId,
    #[sqlx(flatten)]
    pub fields: EventFields,
    pub status: EventStatus,
    pub cancel_reason: Option<String>,
    pub picture_id: Option<PictureId>,
    pub created_by: UserId,
    pub created_at: Timestamp,
    pub published_at: Option<Timestamp>,
    pub series_id: Option<SeriesId>,
    /// The day its series made it for.
    pub series_date: Option<String>,
    pub version: i64,
    pub category_name: Option<String>,
    pub club_name: Option<String>,
    pub club_status: Option<ClubStatus>,
    pub venue_name: Option<String>,
    pub venue_address: Option<String>,
    pub venue_city: Option<String>,
}

impl EventRow {
    pub fn exposure(&self) -> Exposure {
        Exposure { was_published: self.published_at.is_some(), members_only: self.fields.members_only }
    }

    /// As the one who stands to it like this may see it now.
    pub fn into_event(self, standing: Standing, now: Timestamp) -> Event {
        let (fields, runs_it) = (self.fields, standing.runs_it());
        Event {
            id: self.event_id,
            status: self.status.at(now, fields.ends_at),
            title: fields.title,
            description: fields.description,
            category_id: fields.category_id,
            category_name: self.category_name,
            club_id: fields.club_id,
            club_name: self.club_name,
            venue_id: fields.venue_id,
            venue_name: self.venue_name,
            venue_address: self.venue_address,
            venue_city: self.venue_city,
            plan_id: fields.plan_id,
            location: fields.location,
            city: fields.city,
            online: fields.online_url.is_some(),
            online_url: fields.online_url.filter(|_| runs_it),
            starts_at: fields.starts_at,
            ends_at: fields.ends_at,
            time_zone: fields.time_zone,
            currency: fields.currency,
            capacity: fields.capacity,
            members_only: fields.members_only,
            cancel_reason: self.cancel_reason,
            picture_id: self.picture_id,
            created_by: Some(self.created_by).filter(|_| runs_it),
            created_at: self.created_at,
            published_at: self.published_at,
            series_id: self.series_id,
            runs_it,
            version: self.version,
        }
    }

    pub fn into_summary(self, now: Timestamp) -> EventSummary {
        EventSummary {
            id: self.event_id,
            status: self.status.at(now, self.fields.ends_at),
            title: self.fields.title,
            category_id: self.fields.category_id,
            category_name: self.category_name,
            club_id: self.fields.club_id,
            club_name: self.club_name,
            venue_name: self.venue_name,
            location: self.fields.location,
            city: self.fields.city,
            online: self.fields.online_url.is_some(),
            starts_at: self.fields.starts_at,
            ends_at: self.fields.ends_at,
            time_zone: self.fields.time_zone,
            members_only: self.fields.members_only,
            picture_id: self.picture_id,
            series_id: self.series_id,
        }
    }
}

pub struct NewEvent<'a> {
    pub event_id: EventId,
    pub created_by: UserId,
    pub picture_id: Option<PictureId>,
    pub fields: &'a EventFields,
    /// The series it is a date of, and the day.
    pub series: Option<(SeriesId, Day)>,
}

pub async fn insert(tx: &mut Tx, new: &NewEvent<'_>) -> Result<(), Fault> {
    let (now, fields) = (tx.now(), new.fields);
    execute!(
        tx,
        sqlx::query(
            "insert into event
               (event_id, title, description, category_id, club_id, venue_id, plan_id, location, city, online_url,
                starts_at, ends_at, time_zone, currency, capacity, members_only, picture_id, created_by, created_at,
                series_id, series_date)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)"
        )
        .bind(new.event_id)
        .bind(&fields.title)
        .bind(&fields.description)
        .bind(fields.category_id)
        .bind(fields.club_id)
        .bind(fields.venue_id)
        .bind(fields.plan_id)
        .bind(&fields.location)
        .bind(&fields.city)
        .bind(&fields.online_url)
        .bind(fields.starts_at)
        .bind(fields.ends_at)
        .bind(&fields.time_zone)
        .bind(fields.currency)
        .bind(fields.capacity)
        .bind(fields.members_only)
        .bind(new.picture_id)
        .bind(new.created_by)
        .bind(now)
        .bind(new.series.map(|(series_id, _)| series_id))
        .bind(new.series.map(|(_, day)| day.to_string()))
    )?;
    Ok(())
}

/// A macro because a statement is one literal: nothing is ever pasted into SQL at run time.
macro_rules! of_the_events {
    ($rest:literal) => {
        of_the_events!("e.description", $rest)
    };
    ($description:literal, $rest:literal) => {
        concat!(
            "select e.event_id, e.title, ",
            $description,
            " as description, e.category_id, e.club_id, e.venue_id, e.plan_id, e.location,
                    e.city, e.online_url, e.starts_at, e.ends_at, e.time_zone, e.currency, e.capacity, e.members_only,
                    e.status, e.cancel_reason, e.picture_id, e.created_by, e.created_at, e.published_at,
                    e.series_id, e.series_date, e.version,
                    c.name as category_name, k.name as club_name, k.status as club_status,
                    v.name as venue_name, v.address as venue_address, v.city as venue_city
             from event e
             left join category c on c.category_id = e.category_id
             left join club k on k.club_id = e.club_id and k.deleted_at is null
             left join venue v on v.venue_id = e.venue_id ",
            $rest
        )
    };
}

pub async fn find(tx: &mut Tx, event_id: EventId) -> Result<Option<EventRow>, Fault> {
    fetch_optional!(tx, sqlx::query_as::<_, EventRow>(of_the_events!("where e.event_id = $1")).bind(event_id))
}

/// In the order of the days they were made for. Descriptions are long, so they are read only for those who need them.
pub async fn list_of_series(tx: &mut Tx, series_id: SeriesId, described: bool) -> Result<Vec<EventRow>, Fault> {
    let statement = if described {
        of_the_events!("where e.series_id = $1 order by e.series_date")
    } else {
        of_the_events!("''", "where e.series_id = $1 order by e.series_date")
    };
    fetch_all!(tx, sqlx::query_as::<_, EventRow>(statement).bind(series_id))
}

/// Changes to one event and what is in it wait for each other here. On SQLite there is one writer anyway.
pub async fn lock(tx: &mut Tx, event_id: EventId) -> Result<(), Fault> {
    if tx.is_sqlite() {
        return Ok(());
    }
    fetch_optional!(
        tx,
        sqlx::query_as::<_, (EventId,)>("select event_id from event where event_id = $1 for no key update")
            .bind(event_id)
    )
    .map(|_| ())
}

/// False when somebody else changed or cancelled it first.
pub async fn update(tx: &mut Tx, event_id: EventId, fields: &EventFields, version: i64) -> Result<bool, Fault> {
    let updated = execute!(
        tx,
        sqlx::query(
            "update event
             set title = $1, description = $2, category_id = $3, club_id = $4, venue_id = $5, plan_id = $6,
                 location = $7, city = $8, online_url = $9, starts_at = $10, ends_at = $11, time_zone = $12,
                 currency = $13, capacity = $14, members_only = $15, version = version + 1
             where event_id = $16 and version = $17 and status <> 'cancelled'"
        )
        .bind(&fields.title)
        .bind(&fields.description)
        .bind(fields.category_id)
        .bind(fields.club_id)
        .bind(fields.venue_id)
        .bind(fields.plan_id)
        .bind(&fields.location)
        .bind(&fields.city)
        .bind(&fields.online_url)
        .bind(fields.starts_at)
        .bind(fields.ends_at)
        .bind(&fields.time_zone)
        .bind(fields.currency)
        .bind(fields.capacity)
        .bind(fields.members_only)
        .bind(event_id)
        .bind(version)
    )?;
    Ok(updated == 1)
}

/// One step away from being a draft wins; false for every later one.
pub async fn publish(tx: &mut Tx, event_id: EventId, version: i64) -> Result<bool, Fault> {
    let now = tx.now();
    let published = execute!(
        tx,
        sqlx::query(
            "update event set status = 'published', published_at = $1, version = version + 1
             where event_id = $2 and version = $3 and status = 'draft'"
        )
        .bind(now)
        .bind(event_id)
        .bind(version)
    )?;
    Ok(published == 1)
}

/// False when it was cancelled already.
pub async fn cancel(tx: &mut Tx, event_id: EventId, reason: &str) -> Result<bool, Fault> {
    let cancelled = execute!(
        tx,
        sqlx::query(
            "update event set status = 'cancelled', cancel_reason = $1, version = version + 1
             where event_id = $2 and status <> 'cancelled'"
        )
        .bind(reason)
        .bind(event_id)
    )?;
    Ok(cancelled == 1)
}

pub async fn set_picture(tx: &mut Tx, event_id: EventId, picture: Option<PictureId>) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("update event set picture_id = $1, version = version + 1 where event_id = $2")
            .bind(picture)
            .bind(event_id)
    )?;
    Ok(())
}

/// Whether any event has this picture.
pub async fn has_picture(tx: &mut Tx, picture_id: PictureId) -> Result<bool, Fault> {
    let found = fetch_optional!(
        tx,
        sqlx::query_as::<_, (EventId,)>("select event_id from event where picture_id = $1 limit 1").bind(picture_id)
    )?;
    Ok(found.is_some())
}

/// False when it is no draft any more.
pub async fn delete(tx: &mut Tx, event_id: EventId) -> Result<bool, Fault> {
    let deleted =
        execute!(tx, sqlx::query("delete from event where event_id = $1 and status = 'draft'").bind(event_id))?;
    Ok(deleted == 1)
}

/// What somebody puts on, newest first: all of it for themselves, what is for everybody for the rest.
pub async fn list_of(tx: &mut Tx, creator: UserId, own: bool, page: PageRequest) -> Result<Vec<EventRow>, Fault> {
    fetch_all!(
        tx,
        sqlx::query_as::<_, EventRow>(of_the_events!(
            "where e.created_by = $1 and ($2 or (e.status = 'published' and not e.members_only))
             and e.event_id < $3 order by e.event_id desc limit $4"
        ))
        .bind(creator)
        .bind(own)
        .bind(page.after.unwrap_or(Uuid::max()))
        .bind(i64::from(page.limit) + 1)
    )
}

pub async fn count_of(tx: &mut Tx, creator: UserId, own: bool) -> Result<i64, Fault> {
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(count(*) as bigint) from event
             where created_by = $1 and ($2 or (status = 'published' and not members_only))"
        )
        .bind(creator)
        .bind(own)
    )?;
    Ok(count)
}

/// What somebody put on, newest first; of a series the one that was made last.
pub async fn list_programme(tx: &mut Tx, creator: UserId, page: PageRequest) -> Result<Vec<EventRow>, Fault> {
    fetch_all!(
        tx,
        sqlx::query_as::<_, EventRow>(of_the_events!(
            "where e.created_by = $1 and e.event_id < $2
               and not exists (
                 select 1 from event o
                 where o.series_id = e.series_id and o.created_by = $1 and o.event_id > e.event_id
               )
             order by e.event_id desc limit $3"
        ))
        .bind(creator)
        .bind(page.after.unwrap_or(Uuid::max()))
        .bind(i64::from(page.limit) + 1)
    )
}

/// What everybody was told will take place.
pub async fn count_to_come(tx: &mut Tx, club_id: ClubId) -> Result<i64, Fault> {
    let now = tx.now();
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(count(*) as bigint) from event
             where club_id = $1 and status = 'published' and ends_at > $2"
        )
        .bind(club_id)
        .bind(now)
    )?;
    Ok(count)
}

/// A series counts once.
pub async fn count_programme(tx: &mut Tx, creator: UserId) -> Result<i64, Fault> {
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(count(distinct coalesce(series_id, event_id)) as bigint) from event where created_by = $1"
        )
        .bind(creator)
    )?;
    Ok(count)
}
