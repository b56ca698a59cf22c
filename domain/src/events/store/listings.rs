//! The table `event_listing`.

use sqlx::types::Json;

use crate::events::{EventStatus, Offer};
use crate::ids::{CategoryId, ClubId, EventId, UserId, VenueId};
use crate::money::Currency;
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all, fetch_optional};
use crate::time::Timestamp;

/// How listings are made now. Raised when that changes, so that those of the old way are made anew.
pub const LAYOUT: i32 = 1;

/// What is searched of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub title_words: String,
    pub place_words: String,
    pub text_words: String,
    pub offers: Vec<Offer>,
}

/// A listing beside the facts of its event.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ListingRow {
    pub event_id: EventId,
    pub revision: i64,
    pub title_words: String,
    pub place_words: String,
    pub text_words: String,
    pub offers: Json<Vec<Offer>>,
    pub status: EventStatus,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub published_at: Timestamp,
    pub category_id: Option<CategoryId>,
    pub club_id: Option<ClubId>,
    pub created_by: UserId,
    pub city: Option<String>,
    pub online: bool,
    pub members_only: bool,
    pub currency: Currency,
}

/// What changed after this, oldest first.
pub async fn after(tx: &mut Tx, revision: i64, count_max: i64) -> Result<Vec<ListingRow>, Fault> {
    fetch_all!(
        tx,
        sqlx::query_as::<_, ListingRow>(
            "select l.event_id, l.revision, l.title_words, l.place_words, l.text_words, l.offers, e.status,
                    e.starts_at, e.ends_at, e.published_at, e.category_id, e.club_id, e.created_by, e.city,
                    (e.online_url is not null) as online, e.members_only, e.currency
             from event_listing l
             join event e on e.event_id = l.event_id
             where l.revision > $1 order by l.revision limit $2"
        )
        .bind(revision)
        .bind(count_max)
    )
}

/// The offers it is listed with. Whoever refreshes it after this does so with what is known by then.
pub async fn hold(tx: &mut Tx, event_id: EventId) -> Result<Option<Vec<Offer>>, Fault> {
    let found = if tx.is_sqlite() {
        fetch_optional!(
            tx,
            sqlx::query_as::<_, (Json<Vec<Offer>>,)>("select offers from event_listing where event_id = $1")
                .bind(event_id)
        )?
    } else {
        fetch_optional!(
            tx,
            sqlx::query_as::<_, (Json<Vec<Offer>>,)>("select offers from event_listing where event_id = $1 for update")
                .bind(event_id)
        )?
    };
    Ok(found.map(|(offers,)| offers.0))
}

pub async fn put(tx: &mut Tx, event_id: EventId, listing: &Listing, revision: i64) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query(
            "insert into event_listing (event_id, revision, layout, title_words, place_words, text_words, offers)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (event_id) do update
             set revision = excluded.revision, layout = excluded.layout, title_words = excluded.title_words,
                 place_words = excluded.place_words, text_words = excluded.text_words, offers = excluded.offers"
        )
        .bind(event_id)
        .bind(revision)
        .bind(LAYOUT)
        .bind(&listing.title_words)
        .bind(&listing.place_words)
        .bind(&listing.text_words)
        .bind(Json(&listing.offers))
    )?;
    Ok(())
}

/// Events that are not listed as they should be.
pub async fn list_missing(tx: &mut Tx, count_max: i64) -> Result<Vec<EventId>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, (EventId,)>(
            "select e.event_id from event e
             left join event_listing l on l.event_id = e.event_id
             where e.published_at is not null and (l.layout is null or l.layout <> $1)
             order by e.event_id limit $2"
        )
        .bind(LAYOUT)
        .bind(count_max)
    )?;
    Ok(rows.into_iter().map(|(event_id,)| event_id).collect())
}

/// Those that are listed and not over, in the order of their ids.
pub async fn list_at_venue(
    tx: &mut Tx,
    venue_id: VenueId,
    after: EventId,
    count_max: i64,
) -> Result<Vec<EventId>, Fault> {
    let now = tx.now();
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, (EventId,)>(
            "select event_id from event
             where venue_id = $1 and published_at is not null and ends_at > $2 and event_id > $3
             order by event_id limit $4"
        )
        .bind(venue_id)
        .bind(now)
        .bind(after)
        .bind(count_max)
    )?;
    Ok(rows.into_iter().map(|(event_id,)| event_id).collect())
}
