//! What one can buy for an event.

use serde::{Deserialize, Serialize};

use super::event::parse_event_time;
use super::pricing::{PRICE_MAX, TIER_NAME_MAX_CHARS, TIERS_MAX, Tier};
use crate::edit::Edit;
use crate::ids::SectionId;
use crate::money::{Currency, parse_currency};
use crate::refusal::Problems;
use crate::text::{parse_line, parse_paragraphs};
use crate::time::Timestamp;

pub const TICKET_TYPES_MAX: usize = 50;
pub const TICKET_NAME_MAX_CHARS: usize = 80;
pub const TICKET_DESCRIPTION_MAX_CHARS: usize = 500;
pub const QUOTA_MAX: i64 = 1_000_000;
pub const PER_ORDER_DEFAULT: i32 = 10;
pub const PER_ORDER_MAX: i64 = 100;
pub const PER_PERSON_MAX: i64 = 1_000;
pub const POSITION_LAST: i32 = 1_000;

/// Money as somebody writes it, with a currency that may be none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    pub amount: i64,
    pub currency: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TierDraft {
    pub name: String,
    pub price: Amount,
    pub until: Option<String>,
    pub quantity: Option<i64>,
}

/// A change to a ticket type, or all there is to say of a new one. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TicketTypeEdit {
    pub name: Option<String>,
    pub description: Option<String>,
    pub price: Option<Amount>,
    pub quota: Edit<i64>,
    pub section_id: Edit<SectionId>,
    pub sales_start: Edit<String>,
    pub sales_end: Edit<String>,
    pub min_per_order: Option<i64>,
    pub max_per_order: Option<i64>,
    pub max_per_person: Edit<i64>,
    pub members_only: Option<bool>,
    pub hidden: Option<bool>,
    pub position: Option<i64>,
    pub tiers: Option<Vec<TierDraft>>,
    /// The version that was edited; when it is no longer the newest, the edit is refused.
    pub version: Option<i64>,
}

/// Everything that may be changed about a ticket type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketTypeFields {
    pub name: String,
    pub description: String,
    /// Minor units of the event's currency.
    pub price: i64,
    pub quota: Option<i32>,
    pub section_id: Option<SectionId>,
    pub sales_start: Option<Timestamp>,
    pub sales_end: Option<Timestamp>,
    pub min_per_order: i32,
    pub max_per_order: i32,
    pub max_per_person: Option<i32>,
    pub members_only: bool,
    pub hidden: bool,
    pub position: i32,
    pub tiers: Vec<Tier>,
}

impl TicketTypeFields {
    /// Everything with a time goes along with the event.
    pub fn move_along(&mut self, moved: impl Fn(Timestamp) -> Timestamp) {
        let times = [&mut self.sales_start, &mut self.sales_end].into_iter();
        for time in times.chain(self.tiers.iter_mut().map(|tier| &mut tier.until)) {
            *time = time.map(&moved);
        }
    }
}

/// A price, and the currency it was said in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    pub amount: i64,
    pub currency: Currency,
}

pub fn parse_ticket_name(raw: &str) -> Result<String, String> {
    let name = parse_line(raw, TICKET_NAME_MAX_CHARS)?;
    if name.is_empty() { Err("Give the ticket a name.".into()) } else { Ok(name) }
}

pub fn parse_ticket_description(raw: &str) -> Result<String, String> {
    parse_paragraphs(raw, TICKET_DESCRIPTION_MAX_CHARS)
}

pub fn parse_price(price: &Amount) -> Result<Price, String> {
    let currency = parse_currency(&price.currency)?;
    if (0..=PRICE_MAX).contains(&price.amount) {
        Ok(Price { amount: price.amount, currency })
    } else {
        Err("Choose a price between nothing and 10,000,000.".into())
    }
}

/// A whole number within these bounds.
pub fn parse_count(number: i64, least: i64, most: i64) -> Result<i32, String> {
    i32::try_from(number)
        .ok()
        .filter(|number| (least..=most).contains(&i64::from(*number)))
        .ok_or_else(|| format!("Choose a number between {least} and {most}."))
}

/// All of them with everything that is wrong, and the currencies they were said in.
pub fn parse_tiers(problems: &mut Problems, drafts: &[TierDraft]) -> Option<(Vec<Tier>, Vec<Currency>)> {
    if drafts.len() > TIERS_MAX {
        problems.check::<()>("tiers", Err(format!("A ticket has at most {TIERS_MAX} tiers.")));
        return None;
    }
    let tiers = drafts.iter().enumerate().map(|(index, draft)| parse_tier(problems, index, draft));
    tiers.collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>().map(|tiers| tiers.into_iter().unzip())
}

fn parse_tier(problems: &mut Problems, index: usize, draft: &TierDraft) -> Option<(Tier, Currency)> {
    let field = |name: &str| format!("tiers[{index}].{name}");
    let name = problems.check(&field("name"), parse_line(&draft.name, TIER_NAME_MAX_CHARS));
    let price = problems.check(&field("price"), parse_price(&draft.price));
    let until = draft.until.as_deref().map(|raw| problems.check(&field("until"), parse_event_time(raw)));
    let count = draft.quantity.map(|number| problems.check(&field("quantity"), parse_count(number, 1, QUOTA_MAX)));
    if until.is_none() && count.is_none() {
        problems.check::<()>(&field("until"), Err("Say until when, or for how many tickets.".into()));
        return None;
    }
    let (name, price) = (name?, price?);
    let tier = Tier { name, price: price.amount, until: until.flatten(), quantity: count.flatten() };
    Some((tier, price.currency))
}

/// What only shows when the facts are looked at together with those of the event.
pub fn check_ticket_type(problems: &mut Problems, fields: &TicketTypeFields, event_ends_at: Timestamp) {
    let mut say = |field: &str, sentence: &str| {
        problems.check::<()>(field, Err(sentence.to_owned()));
    };
    if fields.sales_end.is_some_and(|end| end > event_ends_at) {
        say("sales_end", "Sales end with the event at the latest.");
    }
    if fields.sales_start.is_some_and(|start| start >= fields.sales_end.unwrap_or(event_ends_at)) {
        say("sales_start", "Sales must start before they end.");
    }
    if fields.min_per_order > fields.max_per_order {
        say("min_per_order", "This is more than one may buy at once.");
    }
    if fields.max_per_person.is_some_and(|most| most < fields.min_per_order) {
        say("max_per_person", "This is less than one has to buy at once.");
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, TierDraft, parse_count, parse_price, parse_tiers};
    use crate::refusal::Problems;

    #[test]
    fn a_price_is_something_in_a_currency_we_know() {
        let price = |amount, currency: &str| parse_price(&Amount { amount, currency: currency.into() });
        assert!(price(0, "EUR").is_ok() && price(1_000_000_000, "jpy").is_ok());
        for (amount, currency) in [(-1, "EUR"), (1_000_000_001, "EUR"), (i64::MIN, "EUR"), (1, "XYZ"), (1, "")] {
            assert!(price(amount, currency).is_err(), "{amount} {currency}");
        }
    }

    #[test]
    fn numbers_stay_within_their_bounds() {
        assert_eq!((parse_count(1, 1, 100), parse_count(100, 1, 100)), (Ok(1), Ok(100)));
        for number in [0, 101, -1, i64::MAX, i64::MIN, 4_294_967_297] {
            assert!(parse_count(number, 1, 100).is_err(), "{number}");
        }
    }

    #[test]
    fn everything_that_is_wrong_with_tiers_is_named() {
        let price = Amount { amount: 5, currency: "EUR".into() };
        let endless = TierDraft { name: "Early".into(), price: price.clone(), ..Default::default() };
        let wrong = TierDraft { until: Some("soon".into()), quantity: Some(0), ..Default::default() };
        let fine = TierDraft { quantity: Some(1), ..endless.clone() };
        let mut problems = Problems::default();
        assert!(parse_tiers(&mut problems, &[fine.clone(), endless, wrong]).is_none());
        let fields: Vec<_> = problems.refusal().problems().into_iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["tiers[1].until", "tiers[2].price", "tiers[2].until", "tiers[2].quantity"]);
        assert!(parse_tiers(&mut Problems::default(), &vec![fine.clone(); 11]).is_none());
        assert_eq!(parse_tiers(&mut Problems::default(), &vec![fine; 10]).unwrap().0.len(), 10);
    }
}
