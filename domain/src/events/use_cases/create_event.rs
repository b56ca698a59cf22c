//! Somebody starts an event: a draft that only those who run it see.

use super::meet_event::show_event;
use super::move_place::{find_place, keep_place};
use super::parse_event::{check_together, parse_currency, parse_zone};
use super::put_on_for::{must_put_on_for, take_category};
use crate::accounts::Caller;
use crate::events::store::events::{self, EventFields, NewEvent};
use crate::events::{
    Event, EventDraft, parse_capacity, parse_city, parse_event_description, parse_event_time, parse_event_title,
    parse_location, parse_online_url,
};
use crate::ids::EventId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;

pub async fn create_event(platform: &Platform, caller: Caller, draft: EventDraft) -> Outcome<Event> {
    let fields = parse(&draft)?;
    platform.change((caller, fields), |tx, (caller, fields)| Box::pin(create(tx, *caller, fields))).await
}

pub fn parse(draft: &EventDraft) -> Result<EventFields, Refusal> {
    let mut problems = Problems::default();
    let optional = |raw: &Option<String>| raw.clone().unwrap_or_default();
    let title = problems.check("title", parse_event_title(&draft.title));
    let description = problems.check("description", parse_event_description(&draft.description));
    let location = problems.check("location", parse_location(&optional(&draft.location)));
    let city = problems.check("city", parse_city(&optional(&draft.city)));
    let online_url = problems.check("online_url", parse_online_url(&optional(&draft.online_url)));
    let starts_at = problems.check("starts_at", parse_event_time(&draft.starts_at));
    let ends_at = problems.check("ends_at", parse_event_time(&draft.ends_at));
    let time_zone = problems.check("time_zone", parse_zone(&draft.time_zone));
    let currency = problems.check("currency", parse_currency(&draft.currency));
    let capacity = draft.capacity.map(|places| problems.check("capacity", parse_capacity(places)));
    if let (Some(starts_at), Some(ends_at)) = (starts_at, ends_at) {
        check_together(&mut problems, starts_at, ends_at, draft.club_id, draft.members_only);
    }
    let all = (title, description, location, city, online_url, starts_at, ends_at, time_zone, currency);
    let (
        Some(title),
        Some(description),
        Some(location),
        Some(city),
        Some(online_url),
        Some(starts_at),
        Some(ends_at),
        Some(time_zone),
        Some(currency),
    ) = all
    else {
        return Err(problems.refusal());
    };
    problems.into_result()?;
    Ok(EventFields {
        title,
        description,
        category_id: draft.category_id,
        club_id: draft.club_id,
        venue_id: draft.venue_id,
        plan_id: draft.plan_id,
        location,
        city,
        online_url,
        starts_at,
        ends_at,
        time_zone,
        currency,
        capacity: capacity.flatten(),
        members_only: draft.members_only,
    })
}

async fn create(tx: &mut Tx, caller: Caller, fields: &EventFields) -> Outcome<Event> {
    let user_id = caller.user_id;
    must_put_on_for(tx, caller, fields.club_id).await?;
    take_category(tx, fields.category_id).await?;
    let mut fields = fields.clone();
    let newest = fields.plan_id.is_none();
    find_place(tx, &mut fields, newest).await?;
    let event_id: EventId = tx.new_id();
    let new = NewEvent { event_id, created_by: user_id, picture_id: None, fields: &fields, series: None };
    events::insert(tx, &new).await?;
    keep_place(tx, event_id, &fields).await?;
    journal::record(tx, Some(user_id), Message::EventCreated { event_id, user_id }).await?;
    show_event(tx, Some(caller), event_id).await
}
