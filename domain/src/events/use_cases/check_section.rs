//! Tickets for a part of the venue: it is a part of this event's plan, and has as many places.

use crate::events::TicketTypeFields;
use crate::events::store::events::EventRow;
use crate::ids::PlanId;
use crate::outcome::Outcome;
use crate::refusal::FieldProblem;
use crate::store::Tx;
use crate::venues::{SectionFacts, sections_of};

/// None without a plan.
pub async fn sections_at(tx: &mut Tx, plan_id: Option<PlanId>) -> Outcome<Vec<SectionFacts>> {
    let Some(plan_id) = plan_id else { return Ok(Vec::new()) };
    Ok(sections_of(tx, plan_id).await?.map(|(_, sections)| sections).unwrap_or_default())
}

pub async fn check_section(tx: &mut Tx, event: &EventRow, fields: &TicketTypeFields) -> Outcome<()> {
    let Some(section_id) = fields.section_id else { return Ok(()) };
    let sections = sections_at(tx, event.fields.plan_id).await?;
    let Some(section) = sections.iter().find(|section| section.id == section_id) else {
        return Err(FieldProblem::refuse("section_id", "The seat plan of this event has no such section.").into());
    };
    if fields.quota.is_some_and(|quota| quota > section.places) {
        let message = format!("“{}” has {} places.", section.name, section.places);
        return Err(FieldProblem::refuse("quota", message).into());
    }
    Ok(())
}
