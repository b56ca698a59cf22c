//! Many events at once, published as they are: to measure with, and to try things out. Nobody put them on, so the
//! journal says nothing of them, and they may lie in the past.

use super::create_event::parse;
use super::refresh_listing::refresh_listing;
use crate::events::store::events::{self, EventFields, NewEvent};
use crate::events::store::ticket_types;
use crate::events::{EventDraft, TicketTypeFields};
use crate::ids::{EventId, TicketTypeId, UserId};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::store::Tx;

/// An event, and what one can buy for it.
#[derive(Clone, Debug)]
pub struct SeedEvent {
    pub draft: EventDraft,
    pub ticket_types: Vec<TicketTypeFields>,
}

type Seed = (EventFields, Vec<TicketTypeFields>);

/// All of them in one transaction.
pub async fn seed_events(platform: &Platform, creator: UserId, seeds: Vec<SeedEvent>) -> Outcome<()> {
    let mut parsed: Vec<Seed> = Vec::with_capacity(seeds.len());
    for seed in seeds {
        parsed.push((parse(&seed.draft)?, seed.ticket_types));
    }
    platform.change((creator, parsed), |tx, (creator, seeds)| Box::pin(plant(tx, *creator, seeds))).await
}

async fn plant(tx: &mut Tx, creator: UserId, seeds: &[Seed]) -> Outcome<()> {
    for (fields, tickets) in seeds {
        let event_id: EventId = tx.new_id();
        let new = NewEvent { event_id, created_by: creator, picture_id: None, fields, series: None };
        events::insert(tx, &new).await?;
        for ticket in tickets {
            let ticket_type_id: TicketTypeId = tx.new_id();
            ticket_types::insert(tx, event_id, ticket_type_id, ticket).await?;
        }
        events::publish(tx, event_id, 1).await?;
        refresh_listing(tx, event_id).await?;
    }
    Ok(())
}
