//! Finding events: everybody among those that were published, and what is for members by members only.

use std::collections::HashMap;

use crate::accounts::{self, Caller};
use crate::clubs;
use crate::events::catalogue::{CataloguePage, CatalogueQuery, Cursor, Filter, ListedEvent, Looking, Offer};
use crate::events::store::listed::{self, ListedRow};
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;
use crate::time::Timestamp;

/// For those who have not said where they are.
const NOBODYS_ZONE: &str = "UTC";

pub async fn find_events(platform: &Platform, caller: Option<Caller>, query: CatalogueQuery) -> Outcome<CataloguePage> {
    let mut tx = platform.read().await?;
    let filter = Filter::parse(&query, &home_of(&mut tx, caller).await?)?;
    must_be_somebody(&filter, caller)?;
    let looking = look_as(&mut tx, caller).await?;
    platform.catalogue.keep_up(&mut tx).await?;
    let found = platform.catalogue.find(&filter, &looking, tx.now(), query.facets);
    let now = tx.now();
    let rows = read(&mut tx, &looking, &found.items, false).await?;
    Ok(CataloguePage {
        items: rows.into_iter().map(|(row, offer)| list(row, offer, now)).collect(),
        next_cursor: found.next.map(Cursor::write),
        total: found.total,
        facets: found.facets,
    })
}

/// Nobody's events are nobody's.
pub fn must_be_somebody(filter: &Filter, caller: Option<Caller>) -> Result<(), Refusal> {
    if filter.mine && caller.is_none() { Err(Refusal::SignInRequired) } else { Ok(()) }
}

pub fn list(row: ListedRow, offer: Offer, now: Timestamp) -> ListedEvent {
    ListedEvent { currency: row.currency, price: offer.price, available: offer.available, event: row.into_summary(now) }
}

/// The zone of the one who asks.
pub async fn home_of(tx: &mut Tx, caller: Option<Caller>) -> Outcome<String> {
    let zone = match caller {
        Some(caller) => accounts::time_zone_of(tx, caller.user_id).await?,
        None => None,
    };
    Ok(zone.unwrap_or_else(|| NOBODYS_ZONE.to_owned()))
}

/// What decides about what they see.
pub async fn look_as(tx: &mut Tx, caller: Option<Caller>) -> Outcome<Looking> {
    let Some(caller) = caller else { return Ok(Looking { admin: false, person: None, clubs: Vec::new() }) };
    let clubs = clubs::clubs_of(tx, caller.user_id).await?;
    Ok(Looking { admin: caller.role.can_manage_events(), person: Some(caller.user_id), clubs })
}

/// What was found as it is now, in the order it was found. What has become a matter of others meanwhile is left out.
pub async fn read(
    tx: &mut Tx,
    looking: &Looking,
    found: &[(EventId, Offer)],
    described: bool,
) -> Outcome<Vec<(ListedRow, Offer)>> {
    let ids: Vec<EventId> = found.iter().map(|(id, _)| *id).collect();
    let rows = listed::list(tx, &ids, described).await?;
    let mut rows: HashMap<EventId, ListedRow> = rows.into_iter().map(|row| (row.event_id, row)).collect();
    let read = found.iter().filter_map(|(id, offer)| Some((rows.remove(id)?, *offer)));
    Ok(read.filter(|(row, _)| sees(looking, row)).collect())
}

fn sees(looking: &Looking, row: &ListedRow) -> bool {
    let inside = || row.club_id.is_some_and(|club| looking.clubs.contains(&club));
    !row.members_only || looking.admin || looking.person == Some(row.created_by) || inside()
}
