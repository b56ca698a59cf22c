//! From what the use cases answer to what pages show.

use domain::events::{
    Availability, Event, EventDate, EventStatus, ListedEvent, MonthPage, NotOnSale, PriceRange, Session,
    TicketAvailability, TicketType,
};
use domain::ids::EventId;
use domain::money::{Currency, Money};
use domain::promotions::{CODE_MAX_CHARS, CodeCheck};
use domain::time::{Day, Moment, Timestamp, show_day, show_hour, show_month, show_short, show_span, show_time_span};

use super::{
    CodeShown, DayOnShown, DayShown, EventCardShown, EventOnDayShown, EventPageShown, MonthShown, NarrowedTo,
    OfferShown, OtherDateShown, SessionShown, TicketShown, WhenShown,
};
use crate::promotions::api_views::show::takes_off;
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

pub fn month(
    page: MonthPage,
    narrowed_to: NarrowedTo,
    currency: Currency,
    signed_in: bool,
    reader: &Reader,
) -> MonthShown {
    // Days are names here, the same in every zone.
    let noon = |day: &str| Timestamp::parse(&format!("{day}T12:00:00Z")).unwrap_or_default();
    let days = page.days.into_iter().map(|day| DayOnShown {
        name: show_day(noon(&day.day), "UTC", reader.language()),
        number: day.day.get(8..).unwrap_or_default().trim_start_matches('0').to_owned(),
        is_in_month: day.is_in_month,
        is_today: day.is_today,
        events: day.events.into_iter().map(|listed| on_day(listed, &day.day, reader)).collect(),
        total: day.total,
        day: day.day,
    });
    MonthShown {
        name: show_month(noon(&format!("{}-15", page.month)), "UTC", reader.language()),
        month_before: page.month_before,
        month_after: page.month_after,
        days: days.collect(),
        facets: page.facets,
        narrowed_to,
        currency,
        signed_in,
    }
}

/// With an hour that is true of this day: the event's own where it begins there on it, else the reader's. What began on
/// another day says when it is over.
fn on_day(listed: ListedEvent, day: &str, reader: &Reader) -> EventOnDayShown {
    let event = listed.event;
    let there = event.time_zone.as_str();
    let is_on = |at, zone: &str| Day::of(at, zone).to_string() == day;
    let hour = |at| {
        let zone = if is_on(at, there) { there } else { reader.zone() };
        show_hour(at, zone, reader.home() != Some(zone))
    };
    let (starts_at, ends_at) = (event.starts_at, event.ends_at);
    let hour = if is_on(starts_at, reader.zone()) {
        hour(starts_at)
    } else if is_on(ends_at, reader.zone()) {
        let ends = hour(ends_at);
        Moment { text: format!("until {}", ends.text), ..ends }
    } else {
        Moment { at: starts_at, text: "all day".into() }
    };
    EventOnDayShown { hour, event }
}

pub fn event_page(
    event: Event,
    tickets: Vec<TicketType>,
    availability: &Availability,
    sessions: Vec<Session>,
    dates: Vec<EventDate>,
    reader: &Reader,
) -> EventPageShown {
    let takes_codes =
        event.status == EventStatus::Published && tickets.iter().any(|ticket| ticket.price_now.amount > 0);
    let left = |ticket: &TicketType| availability.ticket_types.iter().find(|left| left.ticket_type_id == ticket.id);
    let shown: Vec<TicketType> = tickets.into_iter().filter(|ticket| !ticket.fields.hidden).collect();
    // What is for members is offered to nobody who comes by a search.
    let offered = shown.iter().filter(|ticket| !ticket.fields.members_only);
    let offers = offered.map(|ticket| offer(ticket, left(ticket))).collect();
    EventPageShown {
        when: when(event.starts_at, event.ends_at, &event.time_zone, reader),
        offers,
        tickets: shown
            .into_iter()
            .map(|ticket| {
                let found = left(&ticket).cloned();
                self::ticket(ticket, found.as_ref(), reader)
            })
            .collect(),
        places: places(availability),
        takes_codes,
        code: None,
        agenda: agenda(sessions, &event.time_zone, reader),
        others: others(dates, event.id, reader),
        event,
    }
}

/// The prices with the code, or why there are none.
pub fn with_code(page: &mut EventPageShown, typed: &str, check: Result<CodeCheck, String>) {
    let only = check.as_ref().ok().and_then(only);
    let answer = check.map(|check| {
        // What is taken off a whole booking makes no ticket of it cheaper.
        let each = check.discount.amount().is_none();
        for ticket in page.tickets.iter_mut().filter(|_| each) {
            let lowered = check.tickets.iter().find(|lowered| lowered.ticket_type_id == ticket.id);
            let lowered = lowered.filter(|lowered| lowered.off.amount > 0);
            ticket.price_with_code = lowered.map(|lowered| words(lowered.price_with_code));
        }
        format!("{}: {}", check.code, takes_off(check.discount))
    });
    page.code = Some(CodeShown { typed: typed.chars().take(CODE_MAX_CHARS).collect(), answer, only });
}

fn only(check: &CodeCheck) -> Option<String> {
    let once = check.discount.amount().map(|_| "It is taken off once, whatever is in the booking.".to_owned());
    let least = (check.min_tickets > 1).then(|| format!("It holds from {} tickets on.", check.min_tickets));
    let all: Vec<String> = once.into_iter().chain(least).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// Nobody plans for a date that is called off, over, or not shown yet.
fn others(dates: Vec<EventDate>, this: EventId, reader: &Reader) -> Vec<OtherDateShown> {
    let open = dates.into_iter().filter(|date| date.id != this && date.status == EventStatus::Published);
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
        id: ticket.id,
        price_with_code: None,
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

fn offer(ticket: &TicketType, left: Option<&TicketAvailability>) -> OfferShown {
    let availability = match left.and_then(|left| left.not_on_sale) {
        None => "InStock",
        Some(NotOnSale::NotYet) => "PreSale",
        Some(NotOnSale::SoldOut) => "SoldOut",
        Some(_) => "OutOfStock",
    };
    OfferShown {
        name: ticket.fields.name.clone(),
        price: ticket.currency.type_amount(ticket.price_now.amount),
        currency: ticket.currency,
        availability: availability.to_owned(),
        valid_from: ticket.fields.sales_start.map(|start| start.to_string()),
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
