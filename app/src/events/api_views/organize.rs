//! What the organizers' pages show.

use domain::events::{
    Event, EventDate, EventDates, EventStatus, ProgrammeLine, PublishProblem, Rule, Session, SharedQuota, TicketType,
    TierDraft,
};
use domain::time::{Day, Timestamp, days_later, read_local, show_local};

use super::repeat;
use super::show::{agenda, short, when, words};
use super::{
    DateShown, DatesShown, EventFieldsShown, ManagedEventShown, ManagedQuotaShown, ManagedTicketShown, MyEventShown,
    SessionFieldsShown, TicketFieldsShown, TierTyped,
};
use crate::api_error::ApiError;
use crate::events::api::typed;
use crate::parts::tick::Tick;
use crate::reader::Reader;

/// A series is shown by its next date.
pub fn line(line: ProgrammeLine, reader: &Reader) -> MyEventShown {
    let mut event = line.event;
    let to_come = line.dates.as_ref().map(|dates| dates.count);
    if let Some(next) = line.dates.and_then(|dates| dates.next) {
        (event.id, event.title, event.starts_at, event.status) = (next.id, next.title, next.starts_at, next.status);
    }
    let when = short(event.starts_at, &event.time_zone, reader);
    MyEventShown { when, dates: to_come, event }
}

pub fn dates(dates: EventDates, event: &Event, reader: &Reader) -> Option<DatesShown> {
    let rule = Rule::parse(dates.rule.as_deref()?).ok()?;
    let (over, to_come): (Vec<EventDate>, Vec<EventDate>) =
        dates.items.into_iter().partition(|date| date.status == EventStatus::Ended);
    let first = to_come.iter().chain(&over).map(|date| date.starts_at).min()?;
    let shown = |dates: Vec<EventDate>| dates.into_iter().map(|date| self::date(date, event, reader)).collect();
    Some(DatesShown {
        words: repeat::words_of(&rule, first, &event.time_zone, reader),
        except: dates.except.iter().filter_map(|day| Day::parse(day)).map(|day| reader.day(day)).collect(),
        version: dates.version?,
        drafts: to_come.iter().filter(|date| date.status == EventStatus::Draft).count(),
        to_come: shown(to_come),
        over: shown(over),
    })
}

fn date(date: EventDate, event: &Event, reader: &Reader) -> DateShown {
    let taken = date.taken.unwrap_or_default();
    DateShown {
        id: date.id,
        title: Some(date.title).filter(|title| *title != event.title),
        when: short(date.starts_at, &date.time_zone, reader),
        status: date.status,
        taken: date.capacity.map_or_else(|| taken.to_string(), |capacity| format!("{taken} of {capacity}")),
        day: date.day,
    }
}

pub fn event_fields(event: Event) -> EventFieldsShown {
    let (starts_at, ends_at) = local_times(&event);
    EventFieldsShown { event, starts_at, ends_at }
}

pub fn local_times(event: &Event) -> (String, String) {
    (show_local(event.starts_at, &event.time_zone), show_local(event.ends_at, &event.time_zone))
}

pub fn managed_event(
    event: Event,
    problems: Vec<PublishProblem>,
    tickets: Vec<TicketType>,
    quotas: Vec<SharedQuota>,
    sessions: Vec<Session>,
    dates: EventDates,
    reader: &Reader,
) -> ManagedEventShown {
    ManagedEventShown {
        when: when(event.starts_at, event.ends_at, &event.time_zone, reader),
        problems,
        quotas: quotas.into_iter().map(|quota| managed_quota(quota, &tickets)).collect(),
        tickets: tickets.into_iter().map(managed_ticket).collect(),
        agenda: agenda(sessions, &event.time_zone, reader),
        again_at: show_local(days_later(event.starts_at, 7, &event.time_zone), &event.time_zone),
        dates: self::dates(dates, &event, reader),
        event,
    }
}

pub fn managed_quota(quota: SharedQuota, tickets: &[TicketType]) -> ManagedQuotaShown {
    let sharers = tickets.iter().filter(|ticket| quota.fields.ticket_type_ids.contains(&ticket.id));
    ManagedQuotaShown {
        id: quota.id,
        tickets: sharers.map(|ticket| ticket.fields.name.clone()).collect(),
        name: quota.fields.name,
        taken: quota.taken,
        size: quota.fields.size,
        version: quota.version,
    }
}

/// Which of them share it, for a form.
pub fn sharers(quota: Option<&SharedQuota>, tickets: &[TicketType]) -> Vec<Tick> {
    let shares = |id| quota.is_some_and(|quota| quota.fields.ticket_type_ids.contains(&id));
    let tick = |ticket: &TicketType| Tick {
        id: ticket.id.to_string(),
        name: ticket.fields.name.clone(),
        ticked: shares(ticket.id),
    };
    tickets.iter().map(tick).collect()
}

fn managed_ticket(ticket: TicketType) -> ManagedTicketShown {
    ManagedTicketShown {
        id: ticket.id,
        price: words(ticket.price_now),
        tier: ticket.tier_now,
        sold: ticket.sold.unwrap_or_default(),
        held: ticket.held.unwrap_or_default(),
        quota: ticket.fields.quota,
        hidden: ticket.fields.hidden,
        name: ticket.fields.name,
    }
}

pub fn ticket_fields(ticket: TicketType, zone: &str) -> TicketFieldsShown {
    let (fields, currency) = (ticket.fields, ticket.currency);
    let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
    let tiers = fields.tiers.into_iter().map(|tier| {
        let (until, was_until) = both(tier.until, zone);
        let price = currency.type_amount(tier.price);
        TierTyped { name: tier.name, price, until, was_until, quantity: number(tier.quantity) }
    });
    TicketFieldsShown {
        id: ticket.id,
        price: currency.type_amount(fields.price),
        quota: number(fields.quota),
        section_id: fields.section_id.map(|id| id.to_string()).unwrap_or_default(),
        sales_start: both(fields.sales_start, zone),
        sales_end: both(fields.sales_end, zone),
        min_per_order: fields.min_per_order.to_string(),
        max_per_order: fields.max_per_order.to_string(),
        max_per_person: number(fields.max_per_person),
        members_only: fields.members_only,
        hidden: fields.hidden,
        tiers: tiers.collect(),
        name: fields.name,
        description: fields.description,
        version: ticket.version,
    }
}

pub fn session_fields(session: Session, zone: &str) -> SessionFieldsShown {
    let fields = session.fields;
    SessionFieldsShown {
        id: session.id,
        starts_at: both(Some(fields.starts_at), zone),
        ends_at: both(Some(fields.ends_at), zone),
        title: fields.title,
        description: fields.description,
        room: fields.room.unwrap_or_default(),
        speaker_name: fields.speaker_name.unwrap_or_default(),
        capacity: fields.capacity.map(|places| places.to_string()).unwrap_or_default(),
        version: session.version,
    }
}

/// As the clocks say it, and the moment it is.
fn both(at: Option<Timestamp>, zone: &str) -> (String, String) {
    at.map(|at| (show_local(at, zone), at.to_string())).unwrap_or_default()
}

impl TierTyped {
    /// An empty row of the form is no price.
    pub fn is_empty(&self) -> bool {
        [&self.name, &self.price, &self.until, &self.quantity].iter().all(|typed| typed.trim().is_empty())
    }

    pub fn read(&self, index: usize, currency: &str, zone: &str) -> Result<TierDraft, ApiError> {
        let field = |name: &str| format!("tiers[{index}].{name}");
        let until = Some(&self.until).filter(|until| !until.is_empty());
        Ok(TierDraft {
            name: self.name.clone(),
            price: typed::price(&field("price"), &self.price, currency)?,
            until: until.map(|until| read_local(until, zone, &self.was_until)),
            quantity: typed::number(&field("quantity"), &self.quantity)?,
        })
    }
}
