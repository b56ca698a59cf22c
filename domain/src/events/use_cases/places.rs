//! How many places a seat plan gives what is sold.

use crate::events::store::ticket_types::TicketTypeRow;
use crate::ids::SectionId;
use crate::venues::SectionFacts;

/// Altogether; nothing without a plan.
pub fn places_of(sections: &[SectionFacts]) -> Option<i32> {
    let places = sections.iter().fold(0_i32, |sum, section| sum.saturating_add(section.places));
    (places > 0).then_some(places)
}

/// What nobody has of a section yet, by whatever type of ticket; nothing for tickets without one.
pub fn left_in(sections: &[SectionFacts], rows: &[TicketTypeRow], section_id: Option<SectionId>) -> Option<i64> {
    let section = sections.iter().find(|section| Some(section.id) == section_id)?;
    let same = rows.iter().filter(|row| row.fields.section_id == section_id);
    Some((i64::from(section.places) - same.map(TicketTypeRow::taken).sum::<i64>()).max(0))
}
