//! Whether a promotion holds for what somebody wants to buy, and why not.

use serde::{Deserialize, Serialize};

use super::discount::{Discount, Line, is_for};
use super::promotion::PromotionTerms;
use crate::money::Currency;
use crate::refusal::PromotionRefusal;
use crate::time::Timestamp;

/// How far a promotion has come. What was paused stays so whatever the clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromotionState {
    Active,
    Paused,
    NotBegun,
    Ended,
    UsedUp,
}

impl PromotionState {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
            Self::NotBegun => "not_begun",
            Self::Ended => "ended",
            Self::UsedUp => "used_up",
        }
    }
}

/// What somebody wants to buy with a code.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    pub now: Timestamp,
    pub currency: Currency,
    pub lines: &'a [Line],
    /// How often the one who buys has used the code before.
    pub uses_before: i32,
}

impl PromotionTerms {
    pub fn state(&self, uses: i32, now: Timestamp) -> PromotionState {
        if self.paused {
            PromotionState::Paused
        } else if self.ends_at.is_some_and(|end| end <= now) {
            PromotionState::Ended
        } else if self.max_uses.is_some_and(|most| most <= uses) {
            PromotionState::UsedUp
        } else if self.starts_at.is_some_and(|start| now < start) {
            PromotionState::NotBegun
        } else {
            PromotionState::Active
        }
    }

    /// Why it takes nothing off this; nothing when it does. `uses` are those of everybody together.
    pub fn why_not(&self, uses: i32, order: &Order<'_>) -> Option<PromotionRefusal> {
        let not_now = match self.state(uses, order.now) {
            PromotionState::Active => None,
            PromotionState::Paused => Some(PromotionRefusal::Paused),
            PromotionState::NotBegun => Some(PromotionRefusal::NotBegun),
            PromotionState::Ended => Some(PromotionRefusal::Ended),
            PromotionState::UsedUp => Some(PromotionRefusal::UsedUp),
        };
        not_now.or_else(|| self.why_not_these(order))
    }

    fn why_not_these(&self, order: &Order<'_>) -> Option<PromotionRefusal> {
        if let Discount::Amount(money) = self.discount
            && money.currency != order.currency
        {
            return Some(PromotionRefusal::OtherCurrency { of_code: money.currency, of_event: order.currency });
        }
        if self.max_uses_per_person.is_some_and(|most| most <= order.uses_before) {
            return Some(PromotionRefusal::UsedByYou);
        }
        let meant = order.lines.iter().filter(|line| is_for(&self.only_for, line));
        let tickets: i64 = meant.map(|line| i64::from(line.quantity)).sum();
        if tickets == 0 {
            Some(PromotionRefusal::OtherTickets)
        } else if tickets < i64::from(self.min_tickets) {
            Some(PromotionRefusal::TooFewTickets { least: self.min_tickets })
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, PromotionState};
    use crate::ids::TicketTypeId;
    use crate::money::{Currency, Money};
    use crate::promotions::{Discount, Line, PromoCode, PromotionTerms};
    use crate::refusal::PromotionRefusal;
    use crate::time::Timestamp;
    use uuid::Uuid;

    const TICKET: TicketTypeId = TicketTypeId(Uuid::from_u128(1));
    const OTHER: TicketTypeId = TicketTypeId(Uuid::from_u128(2));

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_seconds(seconds)
    }

    fn terms() -> PromotionTerms {
        PromotionTerms {
            code: PromoCode::parse("SPRING").unwrap(),
            discount: Discount::Percent(10),
            only_for: Vec::new(),
            max_uses: Some(5),
            max_uses_per_person: Some(2),
            min_tickets: 1,
            starts_at: Some(at(100)),
            ends_at: Some(at(200)),
            paused: false,
        }
    }

    fn why(terms: &PromotionTerms, uses: i32, now: i64, quantity: i32, uses_before: i32) -> Option<PromotionRefusal> {
        let lines = [Line { ticket_type_id: TICKET, price: 1_000, quantity }];
        terms.why_not(uses, &Order { now: at(now), currency: Currency::Eur, lines: &lines, uses_before })
    }

    #[test]
    fn a_code_holds_from_its_first_moment_until_just_before_its_end() {
        let at_time = |now| why(&terms(), 0, now, 1, 0);
        assert_eq!((at_time(99), at_time(100)), (Some(PromotionRefusal::NotBegun), None));
        assert_eq!((at_time(199), at_time(200)), (None, Some(PromotionRefusal::Ended)));
        let always = PromotionTerms { starts_at: None, ends_at: None, ..terms() };
        assert_eq!((why(&always, 0, i64::MIN, 1, 0), why(&always, 0, i64::MAX, 1, 0)), (None, None));
    }

    #[test]
    fn a_code_that_is_paused_or_used_up_says_so() {
        assert_eq!((why(&terms(), 4, 150, 1, 0), why(&terms(), 5, 150, 1, 0)), (None, Some(PromotionRefusal::UsedUp)));
        let paused = PromotionTerms { paused: true, ..terms() };
        assert_eq!(why(&paused, 5, 300, 1, 0), Some(PromotionRefusal::Paused));
        assert_eq!(terms().state(5, at(300)), PromotionState::Ended, "what is over is over, used up or not");
        assert_eq!(
            (why(&terms(), 0, 150, 1, 1), why(&terms(), 0, 150, 1, 2)),
            (None, Some(PromotionRefusal::UsedByYou))
        );
    }

    #[test]
    fn a_code_for_other_tickets_or_for_more_of_them_says_so() {
        let three = PromotionTerms { min_tickets: 3, ..terms() };
        let too_few = Some(PromotionRefusal::TooFewTickets { least: 3 });
        assert_eq!((why(&three, 0, 150, 2, 0), why(&three, 0, 150, 3, 0)), (too_few, None));
        let other = PromotionTerms { only_for: vec![OTHER], ..terms() };
        assert_eq!(why(&other, 0, 150, 1, 0), Some(PromotionRefusal::OtherTickets));
        let both = PromotionTerms { only_for: vec![OTHER, TICKET], ..terms() };
        assert_eq!(why(&both, 0, 150, 1, 0), None);
    }

    #[test]
    fn money_is_taken_off_money_of_its_own_currency_only() {
        let amount = |currency| PromotionTerms { discount: Discount::Amount(Money::new(500, currency)), ..terms() };
        assert_eq!(why(&amount(Currency::Eur), 0, 150, 1, 0), None);
        let refusal = PromotionRefusal::OtherCurrency { of_code: Currency::Usd, of_event: Currency::Eur };
        assert_eq!(why(&amount(Currency::Usd), 0, 150, 1, 0), Some(refusal));
    }
}
