//! From what the use cases answer to what pages show.

use domain::events::{
    Availability, Event, EventDates, EventStatus, ListedEvent, NotOnSale, PriceRange, Session, TicketAvailability,
    TicketType,
};
use domain::ids::EventId;
use domain::money::{Currency, Money};
use domain::time::{Moment, Timestamp, show_day, show_short, show_span, show_time_span};

use super::{DayShown, EventCardShown, EventPageShown, OtherDateShown, SessionShown, TicketShown, WhenShown};
use crate::reader::Reader;

/// So few that one should know.
const FEW: i64 = 20;

pub fn when(starts_at: Timestamp, ends_at: Timestamp, zone: &str, reader: &Reader) -> WhenShown {
    let there = show_span(starts_at, ends_at, zone, reader.language());
    let here = reader.home().map(|home| show_span(starts_at, ends_at, home, reader.language()).text);
    WhenShown { here: here.filter(|here| *here != there.text), there }
}

pub fn short(at: Timestamp, zone: &str, reader: &Reader) -> Moment {
    show_short(at, zone, reader.language(), reader.home() != Some(zone))
}

pub fn card(listed: ListedEvent, reader: &Reader) -> EventCardShown {
    let event = listed.event;
    EventCardShown {
        when: short(event.starts_at, &event.time_zone, reader),
        price: listed.price.map(|price| price_range(price, listed.currency)),
        available: listed.available,
        event,
    }
}

pub fn event_page(
    event: Event,
    tickets: Vec<TicketType>,
    availability: &Availability,
    sessions: Vec<Session>,
    dates: EventDates,
    reader: &Reader,
) -> EventPageShown {
    let left = |ticket: &TicketType| availability.ticket_types.iter().find(|left| left.ticket_type_id == ticket.id);
    let shown = tickets.into_iter().filter(|ticket| !ticket.fields.hidden);
    EventPageShown {
        when: when(event.starts_at, event.ends_at, &event.time_zone, reader),
        tickets: shown
            .map(|ticket| {
                let found = left(&ticket).cloned();
                self::ticket(ticket, found.as_ref(), reader)
            })
            .collect(),
        places: places(availability),
        agenda: agenda(sessions, &event.time_zone, reader),
        others: others(dates, event.id, reader),
        event,
    }
}

/// Nobody plans for a date that is called off, over, or not shown yet.
fn others(dates: EventDates, this: EventId, reader: &Reader) -> Vec<OtherDateShown> {
    let open = dates.items.into_iter().filter(|date| date.id != this && date.status == EventStatus::Published);
    open.map(|date| OtherDateShown { id: date.id, when: short(date.starts_at, &date.time_zone, reader) }).collect()
}

fn ticket(ticket: TicketType, left: Option<&TicketAvailability>, reader: &Reader) -> TicketShown {
    let why_not = left.and_then(|left| left.not_on_sale);
    let remaining = left.and_then(|left| left.remaining);
    let state = match why_not {
        Some(NotOnSale::NotYet) => {
            ticket.fields.sales_start.map(|start| format!("On sale from {}", reader.moment(start).text))
        }
        Some(why) => Some(not_on_sale(why).to_owned()),
        None => remaining.filter(|left| *left <= FEW).map(|left| format!("{left} left")),
    };
    let price = words(ticket.price_now);
    TicketShown {
        tier: ticket.tier_now.map(|tier| {
            format!("{tier}, later {}", words(Money { amount: ticket.fields.price, currency: ticket.currency }))
        }),
        name: ticket.fields.name,
        description: ticket.fields.description,
        price,
        state,
        on_sale: why_not.is_none(),
        members_only: ticket.fields.members_only,
    }
}

/// Nothing where the tickets say it all, or there is no end to the places.
fn places(availability: &Availability) -> Option<String> {
    if let Some(why) = availability.not_on_sale {
        return Some(not_on_sale(why).to_owned());
    }
    match availability.remaining? {
        1 => Some("The last place".into()),
        left if left <= FEW => Some(format!("{left} places left")),
        _ => None,
    }
}

const fn not_on_sale(why: NotOnSale) -> &'static str {
    match why {
        NotOnSale::NotPublished => "Not published yet",
        NotOnSale::EventCancelled => "Cancelled",
        NotOnSale::EventEnded => "This is over",
        NotOnSale::NotYet => "Not on sale yet",
        NotOnSale::SalesEnded => "Sales have ended",
        NotOnSale::MembersOnly => "For members of the club",
        NotOnSale::SoldOut => "Sold out",
    }
}

pub fn words(money: Money) -> String {
    if money.amount == 0 { "Free".into() } else { money.to_string() }
}

fn price_range(price: PriceRange, currency: Currency) -> String {
    let money = |amount: u32| words(Money { amount: i64::from(amount), currency });
    if price.lowest == price.highest {
        money(price.lowest)
    } else {
        format!("{} – {}", money(price.lowest), money(price.highest))
    }
}

/// In its order, by the days of where it takes place.
pub fn agenda(sessions: Vec<Session>, zone: &str, reader: &Reader) -> Vec<DayShown> {
    let mut days: Vec<DayShown> = Vec::new();
    for session in sessions {
        let day = show_day(session.fields.starts_at, zone, reader.language());
        let shown = self::session(session, zone);
        match days.last_mut().filter(|last| last.day == day) {
            Some(last) => last.sessions.push(shown),
            None => days.push(DayShown { day, sessions: vec![shown] }),
        }
    }
    days
}

fn session(session: Session, zone: &str) -> SessionShown {
    let fields = session.fields;
    SessionShown {
        id: session.id.to_string(),
        title: fields.title,
        description: fields.description,
        time: show_time_span(fields.starts_at, fields.ends_at, zone),
        room: fields.room,
        speaker: fields.speaker_name,
        speaker_page: fields.speaker_id.map(|id| format!("/people/{id}")),
    }
}
