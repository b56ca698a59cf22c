//! Events as the catalogue shows them. What they are called, and their clubs and categories, is read as it is now.

use uuid::Uuid;

use crate::events::{EventStatus, EventSummary};
use crate::ids::{CategoryId, ClubId, EventId, PictureId, SeriesId, UserId};
use crate::money::Currency;
use crate::outcome::Fault;
use crate::store::{Tx, fetch_all};
use crate::time::Timestamp;

/// A statement is one literal, so it has as many places for ids as it has. Longer lists are read in several.
const IDS_AT_ONCE: usize = 20;

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ListedRow {
    pub event_id: EventId,
    pub status: EventStatus,
    pub title: String,
    pub category_id: Option<CategoryId>,
    pub category_name: Option<String>,
    pub club_id: Option<ClubId>,
    pub club_name: Option<String>,
    pub venue_name: Option<String>,
    pub venue_address: Option<String>,
    pub venue_city: Option<String>,
    pub location: Option<String>,
    pub city: Option<String>,
    pub online: bool,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub time_zone: String,
    pub members_only: bool,
    pub picture_id: Option<PictureId>,
    pub series_id: Option<SeriesId>,
    pub currency: Currency,
    pub created_by: UserId,
    pub description: String,
    pub published_at: Option<Timestamp>,
    pub version: i64,
}

impl ListedRow {
    pub fn into_summary(self, now: Timestamp) -> EventSummary {
        EventSummary {
            id: self.event_id,
            status: self.status.at(now, self.ends_at),
            title: self.title,
            category_id: self.category_id,
            category_name: self.category_name,
            club_id: self.club_id,
            club_name: self.club_name,
            venue_name: self.venue_name,
            location: self.location,
            city: self.city,
            online: self.online,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            time_zone: self.time_zone,
            members_only: self.members_only,
            picture_id: self.picture_id,
            series_id: self.series_id,
        }
    }
}

/// A macro because a statement is one literal: nothing is ever pasted into SQL at run time.
macro_rules! listed {
    ($description:literal) => {
        concat!(
            "select e.event_id, e.status, e.title, e.category_id, c.name as category_name, e.club_id,
                    k.name as club_name, v.name as venue_name, v.address as venue_address, v.city as venue_city,
                    e.location, e.city, (e.online_url is not null) as online, e.starts_at, e.ends_at, e.time_zone, e.members_only, e.picture_id, e.series_id, e.currency, e.created_by,
                    e.published_at,
                    e.version, ",
            $description,
            " as description
             from event e
             left join category c on c.category_id = e.category_id
             left join club k on k.club_id = e.club_id and k.deleted_at is null
             left join venue v on v.venue_id = e.venue_id
             where e.event_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
                                  $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)"
        )
    };
}

/// In any order. Descriptions are long, so they are read only for those who show them.
pub async fn list(tx: &mut Tx, ids: &[EventId], described: bool) -> Result<Vec<ListedRow>, Fault> {
    let mut rows = Vec::with_capacity(ids.len());
    for some in ids.chunks(IDS_AT_ONCE) {
        let mut query_ids = [Uuid::nil(); IDS_AT_ONCE];
        for (place, id) in query_ids.iter_mut().zip(some) {
            *place = id.0;
        }
        let statement = if described { listed!("e.description") } else { listed!("''") };
        rows.extend(fetch_all!(
            tx,
            query_ids.iter().fold(sqlx::query_as::<_, ListedRow>(statement), |query, id| query.bind(*id))
        )?);
    }
    Ok(rows)
}
