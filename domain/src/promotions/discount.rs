//! What a promotion takes off what somebody wants to buy.

use serde::{Deserialize, Serialize};

use crate::ids::TicketTypeId;
use crate::money::Money;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Discount {
    /// Whole percents, off each ticket.
    Percent(i32),
    /// Once off a booking, whatever is in it.
    Amount(Money),
}

impl Discount {
    pub const fn percent(self) -> Option<i32> {
        match self {
            Self::Percent(percent) => Some(percent),
            Self::Amount(_) => None,
        }
    }

    pub const fn amount(self) -> Option<Money> {
        match self {
            Self::Percent(_) => None,
            Self::Amount(money) => Some(money),
        }
    }
}

/// So many tickets of one type, at the price of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub ticket_type_id: TicketTypeId,
    /// Minor units.
    pub price: i64,
    pub quantity: i32,
}

impl Line {
    pub fn total(&self) -> i64 {
        self.price.saturating_mul(i64::from(self.quantity))
    }
}

/// What is taken off each line, in their order: never more than the line costs, and together the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub lines: Vec<i64>,
    pub total: i64,
}

/// `only_for` names the tickets it is for: all of them when it names none. All prices are in the currency of the discount.
pub fn take_off(discount: Discount, only_for: &[TicketTypeId], lines: &[Line]) -> Taken {
    let costs: Vec<i64> = lines.iter().map(|line| if is_for(only_for, line) { line.total() } else { 0 }).collect();
    let lines = match discount {
        Discount::Percent(percent) => lines
            .iter()
            .zip(&costs)
            .map(|(line, cost)| if *cost > 0 { of_each(percent, line.price) * i64::from(line.quantity) } else { 0 })
            .collect(),
        Discount::Amount(money) => spread(money.amount, &costs),
    };
    let total = lines.iter().sum();
    Taken { lines, total }
}

pub(super) fn is_for(only_for: &[TicketTypeId], line: &Line) -> bool {
    only_for.is_empty() || only_for.contains(&line.ticket_type_id)
}

/// Rounded for each ticket and not for their sum, so that ten tickets cost ten times what one does; half a cent goes to
/// whoever pays.
fn of_each(percent: i32, price: i64) -> i64 {
    (price * i64::from(percent) + 50) / 100
}

/// In proportion to what the lines cost. What rounding down leaves over goes, a unit each, to those that lost most by it.
fn spread(amount: i64, costs: &[i64]) -> Vec<i64> {
    let sum: i128 = costs.iter().map(|cost| i128::from(*cost)).sum();
    let total = i128::from(amount).clamp(0, sum);
    if sum == 0 {
        return vec![0; costs.len()];
    }
    let share = |cost: i64| (total * i128::from(cost) / sum, total * i128::from(cost) % sum);
    let shares: Vec<(i128, i128)> = costs.iter().map(|cost| share(*cost)).collect();
    let given: i128 = shares.iter().map(|(share, _)| share).sum();
    let mut by_loss: Vec<usize> = (0..costs.len()).collect();
    by_loss.sort_by_key(|index| std::cmp::Reverse(shares.get(*index).map(|(_, lost)| *lost)));
    let left_over = usize::try_from(total - given).unwrap_or_default();
    let lucky = by_loss.get(..left_over).unwrap_or_default();
    let shares = shares.iter().enumerate();
    shares
        .map(|(index, (share, _))| i64::try_from(*share).unwrap_or(i64::MAX) + i64::from(lucky.contains(&index)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Discount, Line, take_off};
    use crate::ids::TicketTypeId;
    use crate::money::{Currency, Money};
    use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
    use uuid::Uuid;

    fn line(id: u128, price: i64, quantity: i32) -> Line {
        Line { ticket_type_id: TicketTypeId(Uuid::from_u128(id)), price, quantity }
    }

    fn euro(amount: i64) -> Discount {
        Discount::Amount(Money::new(amount, Currency::Eur))
    }

    fn lines_of(discount: Discount, lines: &[Line]) -> Vec<i64> {
        take_off(discount, &[], lines).lines
    }

    #[test]
    fn percents_are_taken_off_each_ticket() {
        assert_eq!(lines_of(Discount::Percent(10), &[line(1, 1_500, 2), line(2, 0, 3)]), [300, 0]);
        assert_eq!(lines_of(Discount::Percent(100), &[line(1, 999, 3)]), [2_997]);
        assert_eq!(lines_of(Discount::Percent(15), &[line(1, 1_050, 1)]), [158], "half a cent goes to whoever pays");
        assert_eq!(
            lines_of(Discount::Percent(15), &[line(1, 1_050, 10)]),
            [1_580],
            "ten cost ten times as much as one"
        );
        assert_eq!(lines_of(Discount::Percent(1), &[line(1, 49, 4)]), [0], "less than half a cent is nothing");
    }

    #[test]
    fn an_amount_is_taken_off_once_and_spread_over_what_is_bought() {
        assert_eq!(lines_of(euro(500), &[line(1, 1_500, 2)]), [500]);
        assert_eq!(lines_of(euro(500), &[line(1, 2_000, 1), line(2, 500, 2)]), [333, 167]);
        assert_eq!(lines_of(euro(1), &[line(1, 700, 1), line(2, 700, 1)]), [1, 0], "of two alike the first has luck");
        assert_eq!(lines_of(euro(9_999), &[line(1, 700, 1), line(2, 0, 1)]), [700, 0], "never more than it costs");
        assert_eq!(lines_of(euro(500), &[line(1, 0, 4)]), [0]);
        assert!(lines_of(euro(500), &[]).is_empty());
    }

    #[test]
    fn a_code_for_some_tickets_leaves_the_others_alone() {
        let only_for = [TicketTypeId(Uuid::from_u128(2))];
        let lines = [line(1, 1_000, 1), line(2, 1_000, 1)];
        assert_eq!(take_off(Discount::Percent(50), &only_for, &lines).lines, [0, 500]);
        assert_eq!(take_off(euro(5_000), &only_for, &lines).lines, [0, 1_000]);
    }

    fn discounts() -> impl Strategy<Value = Discount> {
        prop_oneof![(1..=100_i32).prop_map(Discount::Percent), (1..=1_000_000_000_i64).prop_map(euro)]
    }

    fn orders() -> impl Strategy<Value = Vec<Line>> {
        let price = prop_oneof![Just(0), 1..=300_i64, 1..=1_000_000_000_i64];
        prop::collection::vec((1..=4_u128, price, 1..=100_i32), 0..8)
            .prop_map(|lines| lines.into_iter().map(|(id, price, quantity)| line(id, price, quantity)).collect())
    }

    proptest! {
        #[test]
        fn the_lines_are_exactly_the_total_and_nothing_costs_less_than_nothing(
            discount in discounts(),
            lines in orders(),
            named in prop::collection::vec(1..=4_u128, 0..3),
        ) {
            let only_for: Vec<_> = named.into_iter().map(|id| TicketTypeId(Uuid::from_u128(id))).collect();
            let taken = take_off(discount, &only_for, &lines);
            prop_assert_eq!(taken.lines.len(), lines.len());
            prop_assert_eq!(taken.lines.iter().sum::<i64>(), taken.total);
            let mut meant = 0;
            for (line, off) in lines.iter().zip(&taken.lines) {
                prop_assert!((0..=line.total()).contains(off));
                if only_for.is_empty() || only_for.contains(&line.ticket_type_id) {
                    meant += line.total();
                } else {
                    prop_assert_eq!(*off, 0);
                }
            }
            match discount {
                Discount::Amount(money) => prop_assert_eq!(taken.total, money.amount.min(meant)),
                Discount::Percent(100) => prop_assert_eq!(taken.total, meant),
                Discount::Percent(_) => {}
            }
        }
    }
}
