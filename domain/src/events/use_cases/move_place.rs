//! Where an event takes place: its venue is there, its plan is one of the venue's, and both stay as long as they are
//! needed. What was sold by a plan keeps it.

use super::check_section::sections_at;
use crate::events::store::events::{EventFields, EventRow};
use crate::events::store::ticket_types;
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::refusal::{EventRefusal, FieldProblem};
use crate::store::Tx;
use crate::venues::{Place, free_place, hold_venue, sections_of, take_place};

/// Of an event that takes place somewhere new.
pub async fn find_place(tx: &mut Tx, fields: &mut EventFields, newest_plan: bool) -> Outcome<()> {
    let Some(venue_id) = fields.venue_id else {
        if fields.plan_id.is_some() {
            return Err(FieldProblem::refuse("plan_id", "Choose the venue this plan is of, too.").into());
        }
        return Ok(());
    };
    let held = hold_venue(tx, venue_id).await?;
    let venue = held.ok_or_else(|| FieldProblem::refuse("venue_id", "There is no such venue."))?;
    if newest_plan {
        fields.plan_id = venue.plan.map(|plan| plan.id);
    }
    let Some(plan_id) = fields.plan_id else { return Ok(()) };
    match sections_of(tx, plan_id).await? {
        Some((owner, sections)) if owner == venue_id => {
            let places: i64 = sections.iter().map(|section| i64::from(section.places)).sum();
            must_fit(fields.capacity, places)
        }
        _ => Err(FieldProblem::refuse("plan_id", "This venue has no such plan.").into()),
    }
}

fn must_fit(capacity: Option<i32>, places: i64) -> Outcome<()> {
    if capacity.is_some_and(|capacity| i64::from(capacity) > places) {
        return Err(FieldProblem::refuse("capacity", format!("The seat plan has {places} places.")).into());
    }
    Ok(())
}

/// Of an event that is changed: nothing happens where it stays as it was.
pub async fn move_place(tx: &mut Tx, before: &EventRow, after: &mut EventFields, newest_plan: bool) -> Outcome<()> {
    let was = &before.fields;
    let place = |fields: &EventFields| (fields.venue_id, fields.plan_id);
    let moved = place(was) != place(after);
    // An event that is over does not need its venue any more; one that is put off does again.
    let to_come = after.ends_at > tx.now();
    let weighs = to_come && (was.ends_at, was.capacity) != (after.ends_at, after.capacity);
    if !(moved || weighs) {
        return Ok(());
    }
    find_place(tx, after, newest_plan).await?;
    if !moved {
        return Ok(());
    }
    if ticket_types::count_taken(tx, before.event_id).await? > 0 {
        return Err(EventRefusal::VenueFixed.into());
    }
    check_ticket_types(tx, before, after).await
}

/// Everything that is on offer is so at the new place.
async fn check_ticket_types(tx: &mut Tx, before: &EventRow, after: &EventFields) -> Outcome<()> {
    let old = sections_at(tx, before.fields.plan_id).await?;
    let new = sections_at(tx, after.plan_id).await?;
    for row in ticket_types::list(tx, before.event_id).await? {
        let Some(section_id) = row.fields.section_id else { continue };
        let ticket = row.fields.name;
        let Some(section) = new.iter().find(|section| section.id == section_id) else {
            let lost = old.iter().find(|section| section.id == section_id);
            let section = lost.map(|section| section.name.clone()).unwrap_or_default();
            return Err(EventRefusal::SectionMissing { section, ticket }.into());
        };
        if row.fields.quota.is_some_and(|quota| quota > section.places) {
            return Err(EventRefusal::QuotaAboveSeats { ticket, places: section.places }.into());
        }
    }
    Ok(())
}

/// A venue that was deleted since is not there for the next time.
pub async fn leave_out_lost_place(tx: &mut Tx, fields: &mut EventFields) -> Outcome<()> {
    if let Some(venue_id) = fields.venue_id
        && hold_venue(tx, venue_id).await?.is_none()
    {
        (fields.venue_id, fields.plan_id) = (None, None);
    }
    Ok(())
}

/// Tells the venue that it is needed, and until when. One that was deleted after all was over does not want to know.
pub async fn keep_place(tx: &mut Tx, event_id: EventId, fields: &EventFields) -> Outcome<()> {
    let Some(venue_id) = fields.venue_id else { return free_place(tx, event_id.0).await };
    if hold_venue(tx, venue_id).await?.is_none() {
        return Ok(());
    }
    take_place(tx, event_id.0, Place { venue_id, plan_id: fields.plan_id, until: fields.ends_at }).await
}
