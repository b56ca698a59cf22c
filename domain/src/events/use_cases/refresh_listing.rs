//! What the catalogue knows of an event is brought up to date, in the transaction of whatever changed it.

use uuid::Uuid;

use super::places::Stock;
use crate::clubs;
use crate::events::catalogue::{Offer, OnOffer, kept_words, offers_of};
use crate::events::store::events::{self, EventRow};
use crate::events::store::listings::{self, Listing};
use crate::events::store::{categories, clock};
use crate::ids::{CategoryId, ClubId, EventId};
use crate::outcome::Outcome;
use crate::store::Tx;

/// After everything else in the transaction: other changes of the catalogue wait for its end. What was never published
/// is not listed.
pub async fn refresh_listing(tx: &mut Tx, event_id: EventId) -> Outcome<()> {
    listings::hold(tx, event_id).await?;
    let Some(event) = events::find(tx, event_id).await?.filter(|event| event.published_at.is_some()) else {
        return Ok(());
    };
    let offers = offers(tx, &event).await?;
    let revision = clock::next(tx).await?;
    listings::put(tx, event_id, &describe(&event, offers), revision).await?;
    let (category, club) = (event.fields.category_id, event.fields.club_id);
    name(tx, category.map(|id| id.0), event.category_name.unwrap_or_default(), revision).await?;
    name(tx, club.map(|id| id.0), event.club_name.unwrap_or_default(), revision).await
}

/// Of several at once: each is held before any is written, as by those who sell tickets, and all in one order, so that
/// nobody waits for somebody who waits for them.
pub async fn refresh_listings(tx: &mut Tx, events: &[EventId]) -> Outcome<()> {
    let mut events = events.to_vec();
    events.sort_unstable();
    for event_id in &events {
        listings::hold(tx, *event_id).await?;
    }
    for event_id in &events {
        refresh_listing(tx, *event_id).await?;
    }
    Ok(())
}

/// For those who sell tickets or give them back: writes only when that changes what can be had, or for how much. The
/// last or first ticket of a kind does, or of a tier; the ones between need not ask.
pub async fn refresh_availability(tx: &mut Tx, event_id: EventId) -> Outcome<()> {
    let Some(before) = listings::hold(tx, event_id).await? else { return Ok(()) };
    let Some(event) = events::find(tx, event_id).await? else { return Ok(()) };
    let offers = offers(tx, &event).await?;
    if offers != before {
        let revision = clock::next(tx).await?;
        listings::put(tx, event_id, &describe(&event, offers), revision).await?;
    }
    Ok(())
}

/// One name is one row, however many events bear it.
pub async fn refresh_category_name(tx: &mut Tx, category_id: CategoryId) -> Outcome<()> {
    let called = categories::find(tx, category_id).await?.map(|category| category.name);
    rename(tx, category_id.0, called.unwrap_or_default()).await
}

/// A deleted club has no name.
pub async fn refresh_club_name(tx: &mut Tx, club_id: ClubId) -> Outcome<()> {
    let called = clubs::club_name(tx, club_id).await?;
    rename(tx, club_id.0, called.unwrap_or_default()).await
}

/// Only of those the catalogue has met.
async fn rename(tx: &mut Tx, id: Uuid, called: String) -> Outcome<()> {
    match clock::find_name(tx, id).await? {
        Some(known) if known != called => {
            let revision = clock::next(tx).await?;
            Ok(clock::put_name(tx, id, &called, revision).await?)
        }
        _ => Ok(()),
    }
}

async fn name(tx: &mut Tx, id: Option<Uuid>, called: String, revision: i64) -> Outcome<()> {
    let Some(id) = id else { return Ok(()) };
    if clock::find_name(tx, id).await?.as_ref() == Some(&called) {
        return Ok(());
    }
    Ok(clock::put_name(tx, id, &called, revision).await?)
}

fn describe(event: &EventRow, offers: Vec<Offer>) -> Listing {
    let fields = &event.fields;
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    Listing {
        title_words: kept_words(&[&fields.title]),
        place_words: kept_words(&[&optional(&fields.city), &optional(&fields.location), &optional(&event.venue_name)]),
        text_words: kept_words(&[&fields.description]),
        offers,
    }
}

async fn offers(tx: &mut Tx, event: &EventRow) -> Outcome<Vec<Offer>> {
    let stock = Stock::read(tx, event.event_id, event.fields.plan_id).await?;
    let sold = stock.tickets.iter().map(|ticket| (&ticket.fields, ticket.taken(), stock.left_with_others(ticket)));
    let capacity = stock.capacity(event.fields.capacity);
    Ok(offers_of(&sold.collect::<Vec<OnOffer<'_>>>(), capacity, event.fields.members_only))
}
