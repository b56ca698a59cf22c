//! What every way of saying what a promotion does has in common.

use crate::edit::Edit;
use crate::events::{
    Amount, EventOnSale, PER_PERSON_MAX, TICKET_TYPES_MAX, parse_count, parse_event_time, parse_price,
};
use crate::ids::TicketTypeId;
use crate::money::Money;
use crate::promotions::{
    Discount, MAX_USES_MAX, MIN_TICKETS_MAX, PromoCode, PromotionEdit, PromotionTerms, parse_percent,
};
use crate::refusal::{FieldProblem, Problems, Refusal};
use crate::time::Timestamp;

pub const TAKES_NOTHING: &str = "Say what the code takes off: percents or an amount.";

pub struct ParsedTerms {
    code: Option<PromoCode>,
    percent_off: Edit<i32>,
    amount_off: Edit<Money>,
    only_for: Option<Vec<TicketTypeId>>,
    max_uses: Edit<i32>,
    max_uses_per_person: Edit<i32>,
    min_tickets: Option<i32>,
    starts_at: Edit<Timestamp>,
    ends_at: Edit<Timestamp>,
    paused: Option<bool>,
    pub version: Option<i64>,
}

pub fn parse_terms(mut problems: Problems, edit: PromotionEdit) -> Result<ParsedTerms, Refusal> {
    let said = &mut problems;
    let code = edit.code.as_deref().and_then(|raw| said.check("code", PromoCode::parse(raw)));
    let percent_off = edit.percent_off.parse(said, "percent_off", |percent| parse_percent(*percent));
    let amount_off = edit.amount_off.parse(said, "amount_off", parse_amount_off);
    if matches!((&edit.percent_off, &edit.amount_off), (Edit::Set(_), Edit::Set(_))) {
        said.check::<()>("amount_off", Err("Choose percents or an amount, not both.".into()));
    }
    let only_for = edit.ticket_type_ids.and_then(|ids| said.check("ticket_type_ids", parse_only_for(ids)));
    let max_uses = edit.max_uses.parse(said, "max_uses", |number| parse_count(*number, 1, MAX_USES_MAX));
    let max_uses_per_person =
        edit.max_uses_per_person.parse(said, "max_uses_per_person", |number| parse_count(*number, 1, PER_PERSON_MAX));
    let min_tickets =
        edit.min_tickets.and_then(|number| said.check("min_tickets", parse_count(number, 1, MIN_TICKETS_MAX)));
    let starts_at = edit.starts_at.parse(said, "starts_at", |raw| parse_event_time(raw));
    let ends_at = edit.ends_at.parse(said, "ends_at", |raw| parse_event_time(raw));
    problems.into_result()?;
    Ok(ParsedTerms {
        code,
        percent_off,
        amount_off,
        only_for,
        max_uses,
        max_uses_per_person,
        min_tickets,
        starts_at,
        ends_at,
        paused: edit.paused,
        version: edit.version,
    })
}

fn parse_amount_off(amount: &Amount) -> Result<Money, String> {
    let price = parse_price(amount).map_err(|why| if amount.amount < 1 { least_amount() } else { why })?;
    if price.amount < 1 { Err(least_amount()) } else { Ok(Money::new(price.amount, price.currency)) }
}

fn least_amount() -> String {
    "Choose an amount above nothing, and at most 10,000,000.".into()
}

/// Each once, in the order they were named.
fn parse_only_for(ids: Vec<TicketTypeId>) -> Result<Vec<TicketTypeId>, String> {
    if ids.len() > TICKET_TYPES_MAX {
        return Err(format!("An event has at most {TICKET_TYPES_MAX} kinds of ticket."));
    }
    let mut once = Vec::with_capacity(ids.len());
    for id in ids {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    Ok(once)
}

impl ParsedTerms {
    /// All there is to say of a new one; the code and what it takes off cannot be left out.
    pub fn of_new(&self) -> Result<PromotionTerms, Refusal> {
        let mut problems = Problems::default();
        let code = problems.check("code", self.code.clone().ok_or_else(|| "Enter a code.".into()));
        let discount = problems.check("percent_off", self.discount_over(None));
        let (Some(code), Some(discount)) = (code, discount) else { return Err(problems.refusal()) };
        let blank = PromotionTerms {
            code,
            discount,
            only_for: Vec::new(),
            max_uses: None,
            max_uses_per_person: None,
            min_tickets: 1,
            starts_at: None,
            ends_at: None,
            paused: false,
        };
        self.over(&blank)
    }

    pub fn over(&self, before: &PromotionTerms) -> Result<PromotionTerms, Refusal> {
        let discount = self.discount_over(Some(before.discount));
        Ok(PromotionTerms {
            code: self.code.clone().unwrap_or_else(|| before.code.clone()),
            discount: discount.map_err(|why| FieldProblem::refuse("percent_off", why))?,
            only_for: self.only_for.clone().unwrap_or_else(|| before.only_for.clone()),
            max_uses: self.max_uses.clone().over(before.max_uses),
            max_uses_per_person: self.max_uses_per_person.clone().over(before.max_uses_per_person),
            min_tickets: self.min_tickets.unwrap_or(before.min_tickets),
            starts_at: self.starts_at.clone().over(before.starts_at),
            ends_at: self.ends_at.clone().over(before.ends_at),
            paused: self.paused.unwrap_or(before.paused),
        })
    }

    /// Percents take the place of an amount, and the other way round. Something has to be left.
    fn discount_over(&self, before: Option<Discount>) -> Result<Discount, String> {
        let left = match before {
            Some(Discount::Percent(_)) if self.percent_off == Edit::Clear => None,
            Some(Discount::Amount(_)) if self.amount_off == Edit::Clear => None,
            before => before,
        };
        let said = match (&self.percent_off, &self.amount_off) {
            (Edit::Set(percent), _) => Some(Discount::Percent(*percent)),
            (_, Edit::Set(money)) => Some(Discount::Amount(*money)),
            _ => None,
        };
        said.or(left).ok_or_else(|| TAKES_NOTHING.into())
    }
}

/// Whether it makes sense where it holds. Tickets it was for `before` may be gone by now.
pub fn check_terms(
    terms: &PromotionTerms,
    event: Option<&EventOnSale>,
    before: &[TicketTypeId],
) -> Result<(), Refusal> {
    let mut problems = Problems::default();
    let mut say = |field: &str, sentence: String| {
        problems.check::<()>(field, Err(sentence));
    };
    if let (Discount::Amount(money), Some(event)) = (terms.discount, event)
        && money.currency != event.currency
    {
        say("amount_off", format!("Prices of this event are in {}.", event.currency.code()));
    }
    match event {
        None if !terms.only_for.is_empty() => {
            say("ticket_type_ids", "Only a code of one event can be for some of its tickets.".into());
        }
        Some(event) if !terms.only_for.iter().all(|id| before.contains(id) || sells(event, *id)) => {
            say("ticket_type_ids", "There is no such ticket at this event.".into());
        }
        _ => {}
    }
    if terms.starts_at.zip(terms.ends_at).is_some_and(|(start, end)| end <= start) {
        say("ends_at", "This must end after it starts.".into());
    }
    problems.into_result()
}

fn sells(event: &EventOnSale, id: TicketTypeId) -> bool {
    event.ticket_types.iter().any(|ticket_type| ticket_type.id == id)
}
