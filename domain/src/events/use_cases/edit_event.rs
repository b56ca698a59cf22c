//! Those who run an event change what it says. Once everybody has seen it, some of that stands.

use super::change_event::change_event;
use super::meet_event::{hold_event_to_change, show_event};
use super::parse_event::{parse_currency, parse_zone};
use super::refresh_listing::refresh_listing;
use crate::accounts::Caller;
use crate::edit::Edit;
use crate::events::store::events::EventFields;
use crate::events::{
    Event, EventEdit, parse_capacity, parse_city, parse_event_description, parse_event_time, parse_event_title,
    parse_location, parse_online_url,
};
use crate::ids::EventId;
use crate::journal;
use crate::message::Message;
use crate::money::Currency;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;
use crate::time::Timestamp;

pub struct ParsedEdit {
    pub caller: Caller,
    pub event_id: EventId,
    title: Option<String>,
    description: Option<String>,
    location: Edit<String>,
    city: Edit<String>,
    online_url: Edit<String>,
    starts_at: Option<Timestamp>,
    ends_at: Option<Timestamp>,
    time_zone: Option<String>,
    currency: Option<Currency>,
    capacity: Edit<i32>,
    /// What needs no parsing.
    pub rest: EventEdit,
}

pub async fn edit_event(platform: &Platform, caller: Caller, event_id: EventId, edit: EventEdit) -> Outcome<Event> {
    let parsed = parse(caller, event_id, edit)?;
    platform.change(parsed, |tx, edit| Box::pin(apply(tx, edit))).await
}

pub fn parse(caller: Caller, event_id: EventId, edit: EventEdit) -> Result<ParsedEdit, Refusal> {
    let mut problems = Problems::default();
    let title = edit.title.as_deref().and_then(|raw| problems.check("title", parse_event_title(raw)));
    let description =
        edit.description.as_deref().and_then(|raw| problems.check("description", parse_event_description(raw)));
    let said = &mut problems;
    let location = edit.location.parse(said, "location", |raw| parse_location(raw)).flatten();
    let city = edit.city.parse(said, "city", |raw| parse_city(raw)).flatten();
    let online_url = edit.online_url.parse(said, "online_url", |raw| parse_online_url(raw)).flatten();
    let capacity = edit.capacity.parse(said, "capacity", |places| parse_capacity(*places));
    let starts_at = edit.starts_at.as_deref().and_then(|raw| problems.check("starts_at", parse_event_time(raw)));
    let ends_at = edit.ends_at.as_deref().and_then(|raw| problems.check("ends_at", parse_event_time(raw)));
    let time_zone = edit.time_zone.as_deref().and_then(|raw| problems.check("time_zone", parse_zone(raw)));
    let currency = edit.currency.as_deref().and_then(|raw| problems.check("currency", parse_currency(raw)));
    problems.into_result()?;
    Ok(ParsedEdit {
        caller,
        event_id,
        title,
        description,
        location,
        city,
        online_url,
        starts_at,
        ends_at,
        time_zone,
        currency,
        capacity,
        rest: edit,
    })
}

impl ParsedEdit {
    fn goes_elsewhere(&self, before: &EventFields) -> bool {
        self.rest.venue_id.clone().over(before.venue_id) != before.venue_id
    }

    /// Whoever only says where it is means the seats as they are there now.
    fn means_newest_plan(&self, before: &EventFields) -> bool {
        self.goes_elsewhere(before) && self.rest.plan_id == Edit::Keep
    }

    pub fn over(&self, before: &EventFields) -> EventFields {
        EventFields {
            title: self.title.clone().unwrap_or_else(|| before.title.clone()),
            description: self.description.clone().unwrap_or_else(|| before.description.clone()),
            category_id: self.rest.category_id.clone().over(before.category_id),
            club_id: self.rest.club_id.clone().over(before.club_id),
            venue_id: self.rest.venue_id.clone().over(before.venue_id),
            // A plan is one of its venue: it does not come along to another one.
            plan_id: self.rest.plan_id.clone().over(before.plan_id.filter(|_| !self.goes_elsewhere(before))),
            location: self.location.clone().over(before.location.clone()),
            city: self.city.clone().over(before.city.clone()),
            online_url: self.online_url.clone().over(before.online_url.clone()),
            starts_at: self.starts_at.unwrap_or(before.starts_at),
            ends_at: self.ends_at.unwrap_or(before.ends_at),
            time_zone: self.time_zone.clone().unwrap_or_else(|| before.time_zone.clone()),
            currency: self.currency.unwrap_or(before.currency),
            capacity: self.capacity.clone().over(before.capacity),
            members_only: self.rest.members_only.unwrap_or(before.members_only),
        }
    }
}

async fn apply(tx: &mut Tx, edit: &ParsedEdit) -> Outcome<Event> {
    let (caller, event_id) = (edit.caller, edit.event_id);
    let before = hold_event_to_change(tx, caller, event_id).await?;
    if edit.rest.version.is_some_and(|version| version != before.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let after = edit.over(&before.fields);
    // Saving what stands there already is no change: nobody's copy becomes an old one by it.
    if after != before.fields {
        let newest_plan = edit.means_newest_plan(&before.fields);
        change_event(tx, caller, &before, after, newest_plan).await?;
        refresh_listing(tx, event_id).await?;
        journal::record(tx, Some(caller.user_id), Message::EventUpdated { event_id }).await?;
    }
    show_event(tx, Some(caller), event_id).await
}
