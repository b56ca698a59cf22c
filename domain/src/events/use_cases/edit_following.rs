//! A change to a date that the later ones follow. One that says something of its own there keeps it, unless it is asked
//! to follow, too.

use super::change_event::change_event;
use super::edit_event::{ParsedEdit, parse};
use super::meet_dates::hold_following;
use super::refresh_listing::refresh_listings;
use super::see_dates::show_dates_of;
use crate::accounts::Caller;
use crate::events::store::events::{EventFields, EventRow};
use crate::events::{EventDates, EventEdit, FollowingEdit};
use crate::ids::EventId;
use crate::journal;
use crate::message::Message;
use crate::outcome::{Failure, Outcome};
use crate::platform::Platform;
use crate::refusal::{EventRefusal, FieldProblem, Refusal};
use crate::store::Tx;
use crate::time::{Day, Shift};

pub async fn edit_following(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    edit: FollowingEdit,
) -> Outcome<EventDates> {
    let everywhere = edit.everywhere;
    let parsed = parse(caller, event_id, EventEdit::from(edit))?;
    platform.change((parsed, everywhere), |tx, (edit, everywhere)| Box::pin(apply(tx, edit, *everywhere))).await
}

async fn apply(tx: &mut Tx, edit: &ParsedEdit, everywhere: bool) -> Outcome<EventDates> {
    let (caller, event_id) = (edit.caller, edit.event_id);
    let dates = hold_following(tx, caller, event_id).await?;
    let Some(this) = dates.first() else { return Err(EventRefusal::NotInSeries.into()) };
    if edit.rest.version.is_some_and(|version| version != this.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let after = edit.over(&this.fields);
    let day = |fields: &EventFields| Day::of(fields.starts_at, &fields.time_zone);
    if day(&after) != day(&this.fields) {
        // Their rule says the days.
        let why = "Dates are moved to another day one by one. Choose another hour of the same day.";
        return Err(FieldProblem::refuse("starts_at", why).into());
    }
    let change = Change { was: &this.fields, is: &after, everywhere };
    let mut changed = Vec::new();
    for date in &dates {
        let after = change.over(&date.fields);
        if after == date.fields {
            continue;
        }
        let moves = after.venue_id != date.fields.venue_id;
        change_event(tx, caller, date, after, moves).await.map_err(|failure| on_its_day(failure, date, event_id))?;
        changed.push(date.event_id);
    }
    refresh_listings(tx, &changed).await?;
    for event_id in changed {
        journal::record(tx, Some(caller.user_id), Message::EventUpdated { event_id }).await?;
    }
    show_dates_of(tx, Some(caller), event_id).await
}

/// What somebody changed about one date, for the others to follow.
struct Change<'a> {
    was: &'a EventFields,
    is: &'a EventFields,
    everywhere: bool,
}

impl Change<'_> {
    fn over(&self, own: &EventFields) -> EventFields {
        let (was, is) = (self.was, self.is);
        let mut after = EventFields {
            title: self.follow(&own.title, &was.title, &is.title),
            description: self.follow(&own.description, &was.description, &is.description),
            category_id: self.follow(&own.category_id, &was.category_id, &is.category_id),
            venue_id: self.follow(&own.venue_id, &was.venue_id, &is.venue_id),
            location: self.follow(&own.location, &was.location, &is.location),
            city: self.follow(&own.city, &was.city, &is.city),
            online_url: self.follow(&own.online_url, &was.online_url, &is.online_url),
            capacity: self.follow(&own.capacity, &was.capacity, &is.capacity),
            members_only: self.follow(&own.members_only, &was.members_only, &is.members_only),
            ..own.clone()
        };
        if self.moves(own) {
            let zone = &own.time_zone;
            after.starts_at = Shift::new(was.starts_at, is.starts_at, zone).of(own.starts_at);
            after.ends_at = Shift::new(was.ends_at, is.ends_at, zone).of(own.ends_at);
            if after.ends_at <= after.starts_at {
                // The clocks turned it round: it lasts as long as the first.
                after.ends_at = is.ends_at.moved(is.starts_at, after.starts_at);
            }
        }
        // A plan is one of its venue: it does not come along to another one.
        if after.venue_id != own.venue_id {
            after.plan_id = None;
        }
        after
    }

    /// One that was given hours of its own keeps them.
    fn moves(&self, own: &EventFields) -> bool {
        let (was, is) = (self.was, self.is);
        let same_hour = |own_time, time| Day::of(own_time, &own.time_zone).at_hour_of(time, &own.time_zone) == own_time;
        let hours_are_the_same = same_hour(own.starts_at, was.starts_at) && same_hour(own.ends_at, was.ends_at);
        (was.starts_at, was.ends_at) != (is.starts_at, is.ends_at) && (self.everywhere || hours_are_the_same)
    }

    fn follow<T: Clone + PartialEq>(&self, own: &T, was: &T, is: &T) -> T {
        if was != is && (self.everywhere || own == was) { is.clone() } else { own.clone() }
    }
}

/// Says which of the other dates it was that could not follow.
fn on_its_day(failure: Failure, date: &EventRow, event_id: EventId) -> Failure {
    match failure {
        Failure::Refused(why) if date.event_id != event_id && why != Refusal::EditedMeanwhile => {
            let day = date.series_date.clone().unwrap_or_default();
            EventRefusal::DateRefuses { day, why: Box::new(why) }.into()
        }
        failure => failure,
    }
}
