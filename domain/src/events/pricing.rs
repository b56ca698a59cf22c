//! What a ticket costs now: the first price that still holds, else the price it ends with.

use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

pub const TIERS_MAX: usize = 10;
pub const TIER_NAME_MAX_CHARS: usize = 60;
/// 10,000,000.00 of a currency with cents.
pub const PRICE_MAX: i64 = 1_000_000_000;

/// A price for the early ones: until a time, for so many tickets, or whichever comes first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    pub name: String,
    /// Minor units of the event's currency.
    pub price: i64,
    pub until: Option<Timestamp>,
    pub quantity: Option<i32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceNow<'a> {
    pub amount: i64,
    /// Nothing when it is the price it ends with.
    pub tier: Option<&'a Tier>,
}

/// Each tier has its own tickets, after those of the tiers before it. What one that ran out of time did not sell, the
/// next one may.
pub fn price_now(base: i64, tiers: &[Tier], taken: i64, now: Timestamp) -> PriceNow<'_> {
    let mut before = 0;
    for tier in tiers {
        let ends = tier.quantity.map(|quantity| before + i64::from(quantity));
        let in_time = tier.until.is_none_or(|until| now < until);
        if in_time && ends.is_none_or(|ends| taken < ends) {
            return PriceNow { amount: tier.price, tier: Some(tier) };
        }
        before = ends.unwrap_or(before);
    }
    PriceNow { amount: base, tier: None }
}

#[cfg(test)]
mod tests {
    use super::{Tier, price_now};
    use crate::time::Timestamp;
    use proptest::prelude::{Strategy, any, prop, proptest};

    fn tier(price: i64, until: Option<i64>, quantity: Option<i32>) -> Tier {
        Tier { name: "Early".into(), price, until: until.map(Timestamp::from_seconds), quantity }
    }

    fn at(tiers: &[Tier], taken: i64, seconds: i64) -> i64 {
        price_now(99, tiers, taken, Timestamp::from_seconds(seconds)).amount
    }

    #[test]
    fn the_first_price_that_still_holds_is_the_price_now() {
        let tiers = [tier(10, Some(100), Some(5)), tier(20, Some(200), None), tier(30, None, Some(7))];
        assert_eq!((at(&tiers, 0, 0), at(&tiers, 4, 99)), (10, 10));
        assert_eq!((at(&tiers, 5, 0), at(&tiers, 0, 100)), (20, 20), "used up, or too late");
        assert_eq!((at(&tiers, 11, 200), at(&tiers, 12, 200)), (30, 99), "its seven come after the first five");
        assert_eq!(at(&[], 0, 0), 99);
    }

    fn tiers() -> impl Strategy<Value = Vec<Tier>> {
        let one = (0_i64..1_000, prop::option::of(0_i64..1_000), prop::option::of(1_i32..100))
            .prop_map(|(price, until, quantity)| tier(price, until, quantity));
        prop::collection::vec(one, 0..10)
    }

    /// Which tier it is; one after the last for the price it ends with.
    fn step(tiers: &[Tier], taken: i64, seconds: i64) -> usize {
        let found = price_now(99, tiers, taken, Timestamp::from_seconds(seconds)).tier;
        found.map_or(tiers.len(), |found| tiers.iter().position(|tier| std::ptr::eq(tier, found)).unwrap())
    }

    proptest! {
        #[test]
        fn a_price_that_is_gone_never_comes_back(
            tiers in tiers(), taken in 0_i64..1_000, more in 0_i64..1_000, now in 0_i64..1_000, later in 0_i64..1_000,
        ) {
            assert!(step(&tiers, taken, now) <= step(&tiers, taken + more, now + later));
        }

        #[test]
        fn the_price_is_one_of_those_that_were_said(tiers in tiers(), taken in any::<i64>(), now in 0_i64..2_000) {
            let price = at(&tiers, taken, now);
            assert!(price == 99 || tiers.iter().any(|tier| tier.price == price));
        }

        #[test]
        fn in_the_end_it_is_the_price_it_ends_with(mut tiers in tiers(), taken in 0_i64..1_000) {
            tiers.iter_mut().for_each(|tier| tier.until = tier.until.or(Some(Timestamp::from_seconds(1_000))));
            assert_eq!(at(&tiers, taken, 1_000), 99);
        }
    }
}
