//! Those who run an event change what one can buy. What was bought stays bought.

use super::check_section::check_section;
use super::list_ticket_types::show_ticket_type;
use super::meet_event::hold_event_to_sell;
use super::parse_ticket_type::{ParsedTicketType, parse_ticket_type};
use super::refresh_listing::refresh_listing;
use crate::accounts::Caller;
use crate::events::store::ticket_types::{self, TicketTypeRow};
use crate::events::{TicketType, TicketTypeEdit, TicketTypeFields};
use crate::ids::{EventId, TicketTypeId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{EventRefusal, Problems, Refusal};
use crate::store::Tx;

struct ParsedEdit {
    caller: Caller,
    event_id: EventId,
    ticket_type_id: TicketTypeId,
    parsed: ParsedTicketType,
}

pub async fn edit_ticket_type(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    ticket_type_id: TicketTypeId,
    edit: TicketTypeEdit,
) -> Outcome<TicketType> {
    let parsed = parse_ticket_type(Problems::default(), edit)?;
    let edit = ParsedEdit { caller, event_id, ticket_type_id, parsed };
    platform.change(edit, |tx, edit| Box::pin(apply(tx, edit))).await
}

async fn apply(tx: &mut Tx, edit: &ParsedEdit) -> Outcome<TicketType> {
    let ParsedEdit { caller, event_id, ticket_type_id, ref parsed } = *edit;
    let event = hold_event_to_sell(tx, caller, event_id).await?;
    let before = ticket_types::find(tx, event_id, ticket_type_id).await?.ok_or(Refusal::NotFound)?;
    if parsed.version().is_some_and(|version| version != before.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let fields = parsed.over(before.fields.clone());
    parsed.check(&event, &fields)?;
    if (fields.section_id, fields.quota) != (before.fields.section_id, before.fields.quota) {
        check_section(tx, &event, &fields).await?;
    }
    // Saving what stands there already is no change: nobody's copy becomes an old one by it.
    if fields != before.fields {
        if !ticket_types::update(tx, ticket_type_id, &fields, before.version).await? {
            return Err(why_not(&before, &fields).into());
        }
        refresh_listing(tx, event_id).await?;
        let updated = Message::TicketTypeUpdated { event_id, ticket_type_id };
        journal::record(tx, Some(caller.user_id), updated).await?;
    }
    show_ticket_type(tx, &event, ticket_type_id).await
}

/// Its version cannot have changed while the event is held; how much of it is taken can.
fn why_not(before: &TicketTypeRow, fields: &TicketTypeFields) -> Refusal {
    let same_quota = fields.quota == before.fields.quota;
    if fields.section_id != before.fields.section_id && (same_quota || before.taken() > 0) {
        EventRefusal::SectionFixed.into()
    } else if same_quota {
        Refusal::EditedMeanwhile
    } else {
        EventRefusal::QuotaBelowSold { field: "quota" }.into()
    }
}
