//! What of an event can be had now, and at what price.

use super::meet_event::meet_event;
use super::places::Stock;
use crate::accounts::Caller;
use crate::events::{Availability, Selling, TicketAvailability, price_now};
use crate::ids::EventId;
use crate::money::Money;
use crate::outcome::Outcome;
use crate::platform::Platform;

pub async fn see_availability(platform: &Platform, caller: Option<Caller>, event_id: EventId) -> Outcome<Availability> {
    let mut tx = platform.read().await?;
    let (event, standing) = meet_event(&mut tx, caller, event_id).await?;
    let stock = Stock::read(&mut tx, event_id, event.fields.plan_id).await?;
    let now = tx.now();
    let selling = Selling {
        status: event.status.at(now, event.fields.ends_at),
        capacity: stock.capacity(event.fields.capacity),
        taken: stock.taken(),
        now,
        is_member: standing.club_role.is_some(),
    };
    let offered = stock.tickets.iter().filter(|row| standing.runs_it() || !row.fields.hidden);
    let ticket_types = offered.map(|row| {
        let (fields, taken) = (&row.fields, row.taken());
        let with_others = stock.left_with_others(row);
        let price = price_now(fields.price, &fields.tiers, taken, now).amount;
        TicketAvailability {
            ticket_type_id: row.ticket_type_id,
            remaining: selling.remaining_of(fields, taken, with_others),
            price: Money::new(price, event.fields.currency),
            not_on_sale: selling.why_not_of(fields, taken, with_others),
        }
    });
    let ticket_types = ticket_types.collect();
    Ok(Availability { event_id, remaining: selling.remaining(), not_on_sale: selling.why_not(), ticket_types })
}
