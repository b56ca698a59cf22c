//! What is refused about promotions: to those who make codes, and to those who type them.

use super::{FieldProblem, Kind};
use crate::money::Currency;
use crate::promotions::PROMOTIONS_MAX;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PromotionRefusal {
    // To those who make them.
    CodeTaken,
    TooMany,
    /// The code and what it takes off are what people were promised.
    Fixed {
        uses: i32,
    },
    Used {
        uses: i32,
    },

    // To those who type them.
    Unknown,
    Paused,
    NotBegun,
    Ended,
    UsedUp,
    UsedByYou,
    OtherCurrency {
        of_code: Currency,
        of_event: Currency,
    },
    OtherTickets,
    TooFewTickets {
        least: i32,
    },
}

impl PromotionRefusal {
    pub fn kind(&self) -> Kind {
        match self {
            Self::CodeTaken | Self::TooMany | Self::Fixed { .. } | Self::Used { .. } => Kind::Conflict,
            Self::Unknown => Kind::NotFound,
            Self::Paused
            | Self::NotBegun
            | Self::Ended
            | Self::UsedUp
            | Self::UsedByYou
            | Self::OtherCurrency { .. }
            | Self::OtherTickets
            | Self::TooFewTickets { .. } => Kind::Invalid,
        }
    }

    /// Stable, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::CodeTaken => "code_taken",
            Self::TooMany => "too_many_promotions",
            Self::Fixed { .. } => "promotion_fixed",
            Self::Used { .. } => "promotion_used",
            Self::Unknown => "code_unknown",
            Self::Paused => "code_paused",
            Self::NotBegun => "code_not_begun",
            Self::Ended => "code_ended",
            Self::UsedUp => "code_used_up",
            Self::UsedByYou => "code_used_by_you",
            Self::OtherCurrency { .. } => "code_other_currency",
            Self::OtherTickets => "code_other_tickets",
            Self::TooFewTickets { .. } => "code_too_few_tickets",
        }
    }

    /// What happened, why, and what to do next.
    pub fn sentence(&self) -> String {
        match self {
            Self::CodeTaken => "This code is in use already. Choose another one.".into(),
            Self::TooMany => format!("There are {PROMOTIONS_MAX} codes already. Delete one that nobody used."),
            Self::Fixed { uses } => {
                format!("This code was used {}, so it stays what it is. Pause it and make another one.", times(*uses))
            }
            Self::Used { uses } => {
                format!("This code was used {}, so it cannot be deleted. Pause it instead.", times(*uses))
            }
            Self::Unknown => "There is no such code for this event. Check how it is written.".into(),
            Self::Paused => "This code does not hold at the moment. Try again later, or go on without it.".into(),
            Self::NotBegun => "This code does not hold yet. Try again later, or go on without it.".into(),
            Self::Ended => "This code has ended. Go on without it.".into(),
            Self::UsedUp => "This code was used as often as it may be. Go on without it.".into(),
            Self::UsedByYou => "You used this code as often as one may. Go on without it.".into(),
            Self::OtherCurrency { of_code, of_event } => {
                format!(
                    "This code takes off {}, and this event is paid in {}. Go on without it.",
                    of_code.code(),
                    of_event.code()
                )
            }
            Self::OtherTickets => {
                "This code is for other tickets than these. Choose those, or go on without it.".into()
            }
            Self::TooFewTickets { least } => format!("This code holds from {least} tickets on. Add some more."),
        }
    }

    /// What to show beside which field.
    pub fn problems(&self) -> Vec<FieldProblem> {
        match self {
            Self::TooMany | Self::Fixed { .. } | Self::Used { .. } => Vec::new(),
            _ => vec![FieldProblem::new("code", self.sentence())],
        }
    }

    /// One of each, for the snapshot of everything the platform says.
    pub fn one_of_each() -> Vec<Self> {
        vec![
            Self::CodeTaken,
            Self::TooMany,
            Self::Fixed { uses: 1 },
            Self::Used { uses: 7 },
            Self::Unknown,
            Self::Paused,
            Self::NotBegun,
            Self::Ended,
            Self::UsedUp,
            Self::UsedByYou,
            Self::OtherCurrency { of_code: Currency::Usd, of_event: Currency::Eur },
            Self::OtherTickets,
            Self::TooFewTickets { least: 3 },
        ]
    }
}

fn times(uses: i32) -> String {
    if uses == 1 { "once".into() } else { format!("{uses} times") }
}
