//! What an event costs and whether there are places, as it will be while nobody buys anything: tiers and sales begin
//! and end at known moments, so nothing has to run when they do.

use serde::{Deserialize, Serialize};

use crate::events::{EventStatus, Selling, TicketTypeFields, price_now};
use crate::time::Timestamp;

/// The lowest and the highest price, in minor units of the event's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceRange {
    pub lowest: u32,
    pub highest: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Nothing for the first.
    pub from: Option<Timestamp>,
    /// Nothing where no price is shown.
    pub price: Option<PriceRange>,
    /// Whether somebody who may come can have a place.
    pub available: bool,
}

impl Offer {
    pub fn is_free(&self) -> bool {
        self.price.is_some_and(|price| price.lowest == 0)
    }

    /// Of several in their order, the one that holds.
    pub fn at(offers: &[Self], now: Timestamp) -> Self {
        let begun = offers.iter().rev().find(|offer| offer.from.is_none_or(|from| from <= now));
        begun.copied().unwrap_or(Self { from: None, price: None, available: false })
    }
}

/// What is sold, how many of it are sold or held, and how many places its section has left.
pub type OnOffer<'a> = (&'a TicketTypeFields, i64, Option<i64>);

/// From the first to the last. What is hidden is not looked at.
pub fn offers_of(tickets: &[OnOffer<'_>], capacity: Option<i32>, members_only: bool) -> Vec<Offer> {
    let taken = tickets.iter().map(|(_, taken, _)| taken).sum();
    let shown: Vec<OnOffer<'_>> = tickets.iter().copied().filter(|(fields, ..)| !fields.hidden).collect();
    // Members-only events are seen by members, so what is for members counts there.
    let selling = |now| Selling { status: EventStatus::Published, capacity, taken, now, is_member: members_only };
    let mut offers: Vec<Offer> = Vec::new();
    for from in std::iter::once(None).chain(changes_of(&shown).into_iter().map(Some)) {
        let selling = selling(from.unwrap_or(Timestamp::from_micros(i64::MIN)));
        let (price, available) = if tickets.is_empty() {
            (Some(PriceRange { lowest: 0, highest: 0 }), selling.remaining() != Some(0))
        } else {
            look(&shown, &selling)
        };
        let offer = Offer { from, price, available };
        if offers.last().is_none_or(|last| Offer { from, ..*last } != offer) {
            offers.push(offer);
        }
    }
    offers
}

fn changes_of(tickets: &[OnOffer<'_>]) -> Vec<Timestamp> {
    let mut changes: Vec<Timestamp> = tickets
        .iter()
        .flat_map(|(fields, ..)| {
            let tiers = fields.tiers.iter().filter_map(|tier| tier.until);
            tiers.chain(fields.sales_start).chain(fields.sales_end)
        })
        .collect();
    changes.sort_unstable();
    changes.dedup();
    changes
}

/// Prices of what can be had; where nothing can, of everything, so that one still sees what it cost.
fn look(shown: &[OnOffer<'_>], selling: &Selling) -> (Option<PriceRange>, bool) {
    let price = |(fields, taken, _): &OnOffer<'_>| price_now(fields.price, &fields.tiers, *taken, selling.now).amount;
    let on_sale = |(fields, taken, left): &&OnOffer<'_>| selling.why_not_of(fields, *taken, *left).is_none();
    let had: Vec<i64> = shown.iter().filter(on_sale).map(price).collect();
    let available = !had.is_empty();
    let prices = if available { had } else { shown.iter().map(price).collect() };
    let amount = |price: &i64| u32::try_from(*price).unwrap_or(u32::MAX);
    let range = prices.iter().min().zip(prices.iter().max());
    (range.map(|(lowest, highest)| PriceRange { lowest: amount(lowest), highest: amount(highest) }), available)
}

#[cfg(test)]
mod tests {
    use super::{Offer, PriceRange, offers_of};
    use crate::events::{TicketTypeFields, Tier};
    use crate::time::Timestamp;

    fn ticket(price: i64) -> TicketTypeFields {
        TicketTypeFields {
            name: "Normal".into(),
            description: String::new(),
            price,
            quota: Some(5),
            section_id: None,
            sales_start: None,
            sales_end: None,
            min_per_order: 1,
            max_per_order: 10,
            max_per_person: None,
            members_only: false,
            hidden: false,
            position: 0,
            tiers: Vec::new(),
        }
    }

    fn offer(from: Option<i64>, price: Option<(u32, u32)>, available: bool) -> Offer {
        let price = price.map(|(lowest, highest)| PriceRange { lowest, highest });
        Offer { from: from.map(Timestamp::from_seconds), price, available }
    }

    #[test]
    fn an_event_without_tickets_costs_nothing_while_there_are_places() {
        assert_eq!(offers_of(&[], Some(10), false), [offer(None, Some((0, 0)), true)]);
    }

    #[test]
    fn prices_change_at_the_moments_that_were_said() {
        let early = Tier { name: "Early".into(), price: 10, until: Some(Timestamp::from_seconds(50)), quantity: None };
        let fields =
            TicketTypeFields { tiers: vec![early], sales_end: Some(Timestamp::from_seconds(90)), ..ticket(20) };
        let offers = offers_of(&[(&fields, 0, None)], None, false);
        let expected = [
            offer(None, Some((10, 10)), true),
            offer(Some(50), Some((20, 20)), true),
            offer(Some(90), Some((20, 20)), false),
        ];
        assert_eq!(offers, expected);
        assert_eq!(Offer::at(&offers, Timestamp::from_seconds(49)), expected[0]);
        assert_eq!(Offer::at(&offers, Timestamp::from_seconds(50)), expected[1]);
        assert_eq!(Offer::at(&offers, Timestamp::from_seconds(1_000)), expected[2]);
    }

    #[test]
    fn what_is_gone_or_hidden_does_not_count_while_there_is_something_else() {
        let (cheap, dear) = (ticket(10), ticket(30));
        let hidden = TicketTypeFields { hidden: true, ..ticket(0) };
        let all = |taken| offers_of(&[(&cheap, taken, None), (&dear, 0, None), (&hidden, 0, None)], None, false);
        assert_eq!(all(0), [offer(None, Some((10, 30)), true)]);
        assert_eq!(all(5), [offer(None, Some((30, 30)), true)]);
        assert_eq!(offers_of(&[(&cheap, 5, None)], None, false), [offer(None, Some((10, 10)), false)]);
        assert_eq!(offers_of(&[(&hidden, 0, None)], None, false), [offer(None, None, false)]);
        assert_eq!(offers_of(&[(&cheap, 2, None)], Some(2), false), [offer(None, Some((10, 10)), false)]);
    }

    #[test]
    fn what_is_for_members_counts_where_only_members_look() {
        let inside = TicketTypeFields { members_only: true, ..ticket(5) };
        let outside = ticket(9);
        let tickets = [(&inside, 0, None), (&outside, 0, None)];
        assert_eq!(offers_of(&tickets, None, false), [offer(None, Some((9, 9)), true)]);
        assert_eq!(offers_of(&tickets, None, true), [offer(None, Some((5, 9)), true)]);
    }

    #[test]
    fn a_full_section_is_no_place_to_go() {
        let ticket = ticket(10);
        assert!(offers_of(&[(&ticket, 0, Some(1))], None, false).iter().all(|offer| offer.available));
        assert!(offers_of(&[(&ticket, 0, Some(0))], None, false).iter().all(|offer| !offer.available));
    }
}
