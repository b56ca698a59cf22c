//! From what the use cases answer to what pages show.

use domain::accounts::Preferences;
use domain::events::{Event, EventStatus, TicketType};
use domain::ids::TicketTypeId;
use domain::money::Currency;
use domain::page::Page;
use domain::promotions::{Discount, Promotion, PromotionTerms};
use domain::time::{Moment, Timestamp, show_local, show_short};

use super::{PERCENT, PlaceShown, PromotionFieldsShown, PromotionFormShown, PromotionShown, PromotionsShown};
use crate::parts::tick::Tick;
use crate::reader::Reader;

/// Where codes hold: at one event, which has its tickets, or everywhere.
pub type Place = Option<(Event, Vec<TicketType>)>;

pub fn promotions(page: Page<Promotion>, place: &Place, reader: &Reader) -> PromotionsShown {
    PromotionsShown {
        event: place.as_ref().map(|(event, _)| event_shown(event)),
        promotions: page.items.into_iter().map(|promotion| line(promotion, place, reader)).collect(),
        next_cursor: page.next_cursor,
        total: page.total,
    }
}

fn line(promotion: Promotion, place: &Place, reader: &Reader) -> PromotionShown {
    let terms = &promotion.terms;
    PromotionShown {
        id: promotion.id,
        code: terms.code.to_string(),
        takes_off: takes_off(terms.discount),
        only: only(terms, place),
        used: match terms.max_uses {
            Some(most) => format!("{} of {most}", promotion.uses),
            None => promotion.uses.to_string(),
        },
        per_person: terms.max_uses_per_person.map(|most| format!("{} per person", times(most))),
        from: terms.starts_at.map(|at| moment(at, place, reader)),
        until: terms.ends_at.map(|at| moment(at, place, reader)),
        state: promotion.state,
        paused: terms.paused,
        unused: promotion.uses == 0,
    }
}

pub fn takes_off(discount: Discount) -> String {
    match discount {
        Discount::Percent(percent) => format!("{percent}% off each ticket"),
        Discount::Amount(money) => format!("{money} off the booking"),
    }
}

/// "for Stalls, Circle, from 3 tickets on"
fn only(terms: &PromotionTerms, place: &Place) -> Option<String> {
    let tickets = place.as_ref().map(|(_, tickets)| tickets.as_slice()).unwrap_or_default();
    let names: Vec<&str> = terms.only_for.iter().map(|id| name_of(*id, tickets).unwrap_or(REMOVED)).collect();
    let tickets = (!names.is_empty()).then(|| format!("for {}", names.join(", ")));
    let least = (terms.min_tickets > 1).then(|| format!("from {} tickets on", terms.min_tickets));
    let all: Vec<String> = tickets.into_iter().chain(least).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

const REMOVED: &str = "a ticket that was removed";

fn name_of(id: TicketTypeId, tickets: &[TicketType]) -> Option<&str> {
    tickets.iter().find(|ticket| ticket.id == id).map(|ticket| ticket.fields.name.as_str())
}

fn times(count: i32) -> String {
    if count == 1 { "once".into() } else { format!("{count} times") }
}

/// By the clocks of where it takes place, or of the one who reads it.
fn moment(at: Timestamp, place: &Place, reader: &Reader) -> Moment {
    let zone = place.as_ref().map_or(reader.home().unwrap_or("UTC"), |(event, _)| event.time_zone.as_str());
    show_short(at, zone, reader.language(), reader.home() != Some(zone))
}

fn event_shown(event: &Event) -> PlaceShown {
    PlaceShown { id: event.id, title: event.title.clone(), open: event.status != EventStatus::Cancelled }
}

pub fn promotion_form(promotion: Option<Promotion>, place: Place, preferences: &Preferences) -> PromotionFormShown {
    let zone = place.as_ref().map_or(&preferences.time_zone, |(event, _)| &event.time_zone).clone();
    let only_for = promotion.as_ref().map(|promotion| promotion.terms.only_for.clone()).unwrap_or_default();
    PromotionFormShown {
        event: place.as_ref().map(|(event, _)| event_shown(event)),
        units: units(&place, preferences.currency),
        tickets: choices(&place, &only_for),
        promotion: promotion.map(|promotion| fields(promotion, &zone)),
        zone,
    }
}

/// An event has one currency. Elsewhere the one who makes the code finds their own first.
fn units(place: &Place, own: Currency) -> Vec<(String, String)> {
    let currencies = match place {
        Some((event, _)) => vec![event.currency],
        None => std::iter::once(own).chain(Currency::ALL.into_iter().filter(|other| *other != own)).collect(),
    };
    let amounts = currencies.into_iter().map(|currency| {
        let code = currency.code();
        (code.to_owned(), format!("{code} off the booking"))
    });
    std::iter::once((PERCENT.to_owned(), "% off each ticket".to_owned())).chain(amounts).collect()
}

/// One that was removed stays in the list of what the code is for: without it nothing would be left, which means all.
fn choices(place: &Place, only_for: &[TicketTypeId]) -> Vec<Tick> {
    let tickets = place.as_ref().map(|(_, tickets)| tickets.as_slice()).unwrap_or_default();
    let there = tickets.iter().map(|ticket| Tick {
        id: ticket.id.to_string(),
        name: ticket.fields.name.clone(),
        ticked: only_for.contains(&ticket.id),
    });
    let gone = only_for.iter().filter(|id| name_of(**id, tickets).is_none());
    let gone = gone.map(|id| Tick { id: id.to_string(), name: "A ticket that was removed".into(), ticked: true });
    there.chain(gone).collect()
}

fn fields(promotion: Promotion, zone: &str) -> PromotionFieldsShown {
    let terms = promotion.terms;
    let (off, unit) = match terms.discount {
        Discount::Percent(percent) => (percent.to_string(), PERCENT),
        Discount::Amount(money) => (money.currency.type_amount(money.amount), money.currency.code()),
    };
    let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
    let both = |at: Option<Timestamp>| at.map(|at| (show_local(at, zone), at.to_string())).unwrap_or_default();
    PromotionFieldsShown {
        id: promotion.id,
        code: terms.code.to_string(),
        off,
        unit: unit.to_owned(),
        takes_off: takes_off(terms.discount),
        used: (promotion.uses > 0).then(|| times(promotion.uses)),
        min_tickets: terms.min_tickets.to_string(),
        max_uses: number(terms.max_uses),
        max_uses_per_person: number(terms.max_uses_per_person),
        starts_at: both(terms.starts_at),
        ends_at: both(terms.ends_at),
        version: promotion.version,
    }
}
