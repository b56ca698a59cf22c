//! A draft like another event, with everything in it at the hours it has there.

use std::collections::HashMap;

use super::move_place::{keep_place, leave_out_lost_place};
use crate::accounts::Caller;
use crate::events::move_all;
use crate::events::store::events::{self, EventFields, EventRow, NewEvent};
use crate::events::store::sessions::{self, SessionRow};
use crate::events::store::shared_quotas::{self, SharedQuotaRow};
use crate::events::store::ticket_types::{self, TicketTypeRow};
use crate::ids::{AgendaItemId, EventId, SeriesId, SharedQuotaId, TicketTypeId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::store::Tx;
use crate::time::{Day, Shift, Timestamp};

/// An event that was held, and what is in it: read once, however often it is copied.
pub struct Original {
    event: EventRow,
    tickets: Vec<TicketTypeRow>,
    quotas: Vec<SharedQuotaRow>,
    sessions: Vec<SessionRow>,
}

impl Original {
    pub async fn read(tx: &mut Tx, mut event: EventRow) -> Outcome<Self> {
        leave_out_lost_place(tx, &mut event.fields).await?;
        let tickets = ticket_types::list(tx, event.event_id).await?;
        let sessions = sessions::list(tx, event.event_id).await?;
        let quotas = shared_quotas::list(tx, event.event_id).await?;
        Ok(Self { event, tickets, quotas, sessions })
    }

    /// How much one copy is.
    pub fn rows(&self) -> usize {
        1 + self.tickets.len() + self.quotas.len() + self.sessions.len()
    }

    /// Whoever copies it has made the copy; a further date of a series is of whoever made the others.
    pub async fn copy(
        &self,
        tx: &mut Tx,
        caller: Caller,
        starts_at: Timestamp,
        series: Option<(SeriesId, Day)>,
    ) -> Outcome<EventId> {
        let (was, picture_id) = (&self.event.fields, self.event.picture_id);
        let shift = Shift::new(was.starts_at, starts_at, &was.time_zone);
        let (_, ends_at) = shift.of_span(was.starts_at, was.ends_at);
        let fields = EventFields { starts_at, ends_at, ..was.clone() };
        let event_id: EventId = tx.new_id();
        let created_by = if series.is_some() { self.event.created_by } else { caller.user_id };
        events::insert(tx, &NewEvent { event_id, created_by, picture_id, fields: &fields, series }).await?;
        keep_place(tx, event_id, &fields).await?;
        let mut copies = HashMap::new();
        for ticket_type in &self.tickets {
            let mut ticket = ticket_type.fields.clone();
            ticket.move_along(|at| shift.of(at));
            ticket.section_id = ticket.section_id.filter(|_| fields.plan_id.is_some());
            let ticket_type_id: TicketTypeId = tx.new_id();
            ticket_types::insert(tx, event_id, ticket_type_id, &ticket).await?;
            copies.insert(ticket_type.ticket_type_id, ticket_type_id);
        }
        for quota in &self.quotas {
            let mut shared = quota.fields.clone();
            shared.ticket_type_ids = shared.ticket_type_ids.iter().filter_map(|id| copies.get(id).copied()).collect();
            let shared_quota_id: SharedQuotaId = tx.new_id();
            shared_quotas::insert(tx, event_id, shared_quota_id, &shared).await?;
        }
        let sessions: Vec<_> = self.sessions.iter().map(|session| session.fields.clone()).collect();
        for session in move_all(&sessions, |from, to| shift.of_span(from, to), |from, to| shift.by_time(from, to)) {
            let session_id: AgendaItemId = tx.new_id();
            sessions::insert(tx, event_id, session_id, &session).await?;
        }
        let created = Message::EventCreated { event_id, user_id: created_by };
        journal::record(tx, Some(caller.user_id), created).await?;
        Ok(event_id)
    }
}
