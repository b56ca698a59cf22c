//! How many places there are, and what of them several kinds of ticket have to share.

use crate::events::store::shared_quotas::SharedQuotaRow;
use crate::events::store::ticket_types::TicketTypeRow;
use crate::events::store::{shared_quotas, ticket_types};
use crate::ids::{EventId, PlanId, TicketTypeId};
use crate::outcome::Outcome;
use crate::store::Tx;
use crate::venues::SectionFacts;

use super::check_section::sections_at;

/// What one can buy for an event, beside everything that puts an end to it.
pub struct Stock {
    /// In the order they are offered.
    pub tickets: Vec<TicketTypeRow>,
    sections: Vec<SectionFacts>,
    quotas: Vec<SharedQuotaRow>,
}

impl Stock {
    pub async fn read(tx: &mut Tx, event_id: EventId, plan_id: Option<PlanId>) -> Outcome<Self> {
        let tickets = ticket_types::list(tx, event_id).await?;
        let sections = sections_at(tx, plan_id).await?;
        let quotas = shared_quotas::list(tx, event_id).await?;
        Ok(Self { tickets, sections, quotas })
    }

    /// As many as somebody said, and no more than the seat plan has.
    pub fn capacity(&self, said: Option<i32>) -> Option<i32> {
        let places = self.sections.iter().fold(0_i32, |sum, section| sum.saturating_add(section.places));
        said.into_iter().chain((places > 0).then_some(places)).min()
    }

    /// Sold and held tickets of all kinds together.
    pub fn taken(&self) -> i64 {
        self.tickets.iter().map(TicketTypeRow::taken).sum()
    }

    /// What nobody has yet of its section and of the quotas it shares, by whatever kind of ticket; nothing where there is no
    /// end to that.
    pub fn left_with_others(&self, ticket: &TicketTypeRow) -> Option<i64> {
        let (id, section_id) = (ticket.ticket_type_id, ticket.fields.section_id);
        let section = self.sections.iter().find(|section| Some(section.id) == section_id);
        let in_section = section.map(|section| {
            let same = self.tickets.iter().filter(|row| row.fields.section_id == section_id);
            i64::from(section.places) - same.map(TicketTypeRow::taken).sum::<i64>()
        });
        let sharing = self.quotas.iter().filter(|quota| quota.fields.ticket_type_ids.contains(&id));
        let in_quotas =
            sharing.map(|quota| i64::from(quota.fields.size) - taken_of(&self.tickets, &quota.fields.ticket_type_ids));
        in_section.into_iter().chain(in_quotas).min().map(|left| left.max(0))
    }
}

/// Sold and held tickets of these kinds together.
pub fn taken_of(tickets: &[TicketTypeRow], ids: &[TicketTypeId]) -> i64 {
    tickets.iter().filter(|row| ids.contains(&row.ticket_type_id)).map(TicketTypeRow::taken).sum()
}
