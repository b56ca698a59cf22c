//! Those who run an event add something one can buy.

use super::check_section::check_section;
use super::list_ticket_types::show_ticket_type;
use super::meet_event::hold_event_to_sell;
use super::parse_ticket_type::{ParsedTicketType, parse_ticket_type};
use super::refresh_listing::refresh_listing;
use crate::accounts::Caller;
use crate::events::store::ticket_types;
use crate::events::{PER_ORDER_DEFAULT, POSITION_LAST, TICKET_TYPES_MAX, TicketType, TicketTypeEdit, TicketTypeFields};
use crate::ids::{EventId, TicketTypeId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{EventRefusal, Problems};
use crate::store::Tx;

/// Takes a name and a price at least.
pub async fn create_ticket_type(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    draft: TicketTypeEdit,
) -> Outcome<TicketType> {
    let mut problems = Problems::default();
    if draft.name.is_none() {
        problems.check::<()>("name", Err("Give the ticket a name.".into()));
    }
    if draft.price.is_none() {
        problems.check::<()>("price", Err("Say what it costs, be it nothing.".into()));
    }
    let parsed = parse_ticket_type(problems, draft)?;
    platform
        .change((caller, event_id, parsed), |tx, (caller, event_id, parsed)| {
            Box::pin(create(tx, *caller, *event_id, parsed))
        })
        .await
}

async fn create(tx: &mut Tx, caller: Caller, event_id: EventId, parsed: &ParsedTicketType) -> Outcome<TicketType> {
    let event = hold_event_to_sell(tx, caller, event_id).await?;
    let others = ticket_types::list(tx, event_id).await?;
    if others.len() >= TICKET_TYPES_MAX {
        return Err(EventRefusal::TooManyTicketTypes.into());
    }
    // Last, unless it says otherwise.
    let position = others.last().map_or(0, |last| (last.fields.position + 1).min(POSITION_LAST));
    let fields = parsed.over(blank(position));
    parsed.check(&event, &fields)?;
    check_section(tx, &event, &fields).await?;
    let ticket_type_id: TicketTypeId = tx.new_id();
    ticket_types::insert(tx, event_id, ticket_type_id, &fields).await?;
    refresh_listing(tx, event_id).await?;
    let created = Message::TicketTypeCreated { event_id, ticket_type_id };
    journal::record(tx, Some(caller.user_id), created).await?;
    show_ticket_type(tx, &event, ticket_type_id).await
}

fn blank(position: i32) -> TicketTypeFields {
    TicketTypeFields {
        name: String::new(),
        description: String::new(),
        price: 0,
        quota: None,
        section_id: None,
        sales_start: None,
        sales_end: None,
        min_per_order: 1,
        max_per_order: PER_ORDER_DEFAULT,
        max_per_person: None,
        members_only: false,
        hidden: false,
        position,
        tiers: Vec::new(),
    }
}
