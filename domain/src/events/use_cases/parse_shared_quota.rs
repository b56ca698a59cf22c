//! What every way of saying what tickets share has in common.

use super::places::taken_of;
use crate::events::store::ticket_types::TicketTypeRow;
use crate::events::{SharedQuotaEdit, SharedQuotaFields, parse_quota_name, parse_quota_size, parse_sharers};
use crate::refusal::{EventRefusal, FieldProblem, Problems, Refusal};

pub struct ParsedSharedQuota {
    name: Option<String>,
    size: Option<i32>,
    /// What needs the event to be looked at.
    rest: SharedQuotaEdit,
}

pub fn parse_shared_quota(mut problems: Problems, edit: SharedQuotaEdit) -> Result<ParsedSharedQuota, Refusal> {
    let said = &mut problems;
    let name = edit.name.as_deref().and_then(|raw| said.check("name", parse_quota_name(raw)));
    let size = edit.size.and_then(|size| said.check("size", parse_quota_size(size)));
    problems.into_result()?;
    Ok(ParsedSharedQuota { name, size, rest: edit })
}

impl ParsedSharedQuota {
    pub fn version(&self) -> Option<i64> {
        self.rest.version
    }

    /// What it comes to beside these tickets, of which no more may be taken than it allows.
    pub fn over(&self, before: SharedQuotaFields, tickets: &[TicketTypeRow]) -> Result<SharedQuotaFields, Refusal> {
        let known: Vec<_> = tickets.iter().map(|ticket| ticket.ticket_type_id).collect();
        let sharers = match &self.rest.ticket_type_ids {
            Some(named) => parse_sharers(named, &known).map_err(|why| FieldProblem::refuse("ticket_type_ids", why))?,
            None => before.ticket_type_ids,
        };
        let size = self.size.unwrap_or(before.size);
        if taken_of(tickets, &sharers) > i64::from(size) {
            return Err(EventRefusal::QuotaBelowSold { field: "size" }.into());
        }
        Ok(SharedQuotaFields { name: self.name.clone().unwrap_or(before.name), size, ticket_type_ids: sharers })
    }
}
