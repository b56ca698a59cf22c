//! Somebody asks what a code takes off the tickets of an event. Codes are not to be guessed: whoever is wrong too often
//! has to wait.

use super::limit_guesses::limit_guesses;
use crate::accounts::{Caller, Visit};
use crate::events::{EventOnSale, TicketType, meet_event_on_sale};
use crate::ids::EventId;
use crate::money::Money;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::promotions::store::promotions;
use crate::promotions::{CodeCheck, Line, LoweredTicket, Order, PromoCode, PromotionTerms, take_off};
use crate::refusal::{FieldProblem, PromotionRefusal};

/// Counts no use: that is for whoever books.
pub async fn check_code(
    platform: &Platform,
    caller: Option<Caller>,
    visit: &Visit,
    event_id: EventId,
    code: &str,
) -> Outcome<CodeCheck> {
    let code = PromoCode::parse(code).map_err(|why| FieldProblem::refuse("code", why))?;
    limit_guesses(platform, visit, look_up(platform, caller, event_id, &code)).await
}

async fn look_up(
    platform: &Platform,
    caller: Option<Caller>,
    event_id: EventId,
    code: &PromoCode,
) -> Outcome<CodeCheck> {
    let mut tx = platform.read().await?;
    let event = meet_event_on_sale(&mut tx, caller, event_id).await?;
    event.must_not_be_over()?;
    let found = promotions::find_by_code(&mut tx, event_id, code).await?.ok_or(PromotionRefusal::Unknown)?;
    let (terms, now) = (found.terms, tx.now());
    // As many of each as it takes: how many they want nobody has said yet.
    let lines: Vec<Line> = event.ticket_types.iter().map(|ticket| line(ticket, terms.min_tickets)).collect();
    let order = Order { now, currency: event.currency, lines: &lines, uses_before: 0 };
    if let Some(why) = terms.why_not(found.uses, &order) {
        return Err(why.into());
    }
    let tickets = event.ticket_types.iter().map(|ticket| lower(&terms, &event, ticket)).collect();
    let (discount, min_tickets, ends_at) = (terms.discount, terms.min_tickets, terms.ends_at);
    Ok(CodeCheck { code: terms.code, discount, min_tickets, ends_at, tickets })
}

fn line(ticket: &TicketType, quantity: i32) -> Line {
    Line { ticket_type_id: ticket.id, price: ticket.price_now.amount, quantity }
}

/// What one ticket costs then. An amount that wants several of them says nothing about one.
fn lower(terms: &PromotionTerms, event: &EventOnSale, ticket: &TicketType) -> LoweredTicket {
    let says_nothing = terms.discount.amount().is_some() && terms.min_tickets > 1;
    let off = if says_nothing { 0 } else { take_off(terms.discount, &terms.only_for, &[line(ticket, 1)]).total };
    LoweredTicket {
        ticket_type_id: ticket.id,
        name: ticket.fields.name.clone(),
        price: ticket.price_now,
        off: Money::new(off, event.currency),
        price_with_code: Money::new(ticket.price_now.amount - off, event.currency),
    }
}
