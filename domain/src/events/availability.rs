//! What of an event can be had now, and why the rest cannot.

use serde::{Deserialize, Serialize};

use super::EventStatus;
use super::ticket_type::TicketTypeFields;
use crate::time::Timestamp;

/// Why something cannot be bought now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotOnSale {
    NotPublished,
    EventCancelled,
    EventEnded,
    NotYet,
    SalesEnded,
    MembersOnly,
    SoldOut,
}

impl NotOnSale {
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotPublished => "not_published",
            Self::EventCancelled => "event_cancelled",
            Self::EventEnded => "event_ended",
            Self::NotYet => "not_yet",
            Self::SalesEnded => "sales_ended",
            Self::MembersOnly => "members_only",
            Self::SoldOut => "sold_out",
        }
    }
}

/// An event as whoever sells its tickets looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selling {
    pub status: EventStatus,
    /// Places altogether: as many as somebody said, and no more than its seat plan has.
    pub capacity: Option<i32>,
    /// Sold and held tickets of all types together.
    pub taken: i64,
    pub now: Timestamp,
    /// Whether the one who asks belongs to the club that puts it on.
    pub is_member: bool,
}

impl Selling {
    /// Places left altogether; nothing where there is no end to them.
    pub fn remaining(&self) -> Option<i64> {
        self.capacity.map(|capacity| (i64::from(capacity) - self.taken).max(0))
    }

    /// Why nothing at all of it is sold.
    pub fn why_not(&self) -> Option<NotOnSale> {
        match self.status {
            EventStatus::Draft => Some(NotOnSale::NotPublished),
            EventStatus::Cancelled => Some(NotOnSale::EventCancelled),
            EventStatus::Ended => Some(NotOnSale::EventEnded),
            EventStatus::Published => (self.remaining() == Some(0)).then_some(NotOnSale::SoldOut),
        }
    }

    /// Tickets of one type left, of which the event, its section and what it shares have to have as many.
    pub fn remaining_of(&self, fields: &TicketTypeFields, taken: i64, with_others: Option<i64>) -> Option<i64> {
        let own = fields.quota.map(|quota| (i64::from(quota) - taken).max(0));
        own.into_iter().chain(self.remaining()).chain(with_others).min()
    }

    pub fn why_not_of(&self, fields: &TicketTypeFields, taken: i64, with_others: Option<i64>) -> Option<NotOnSale> {
        if let Some(why) = self.why_not() {
            return Some(why);
        }
        let least = i64::from(fields.min_per_order);
        if fields.sales_start.is_some_and(|start| self.now < start) {
            Some(NotOnSale::NotYet)
        } else if fields.sales_end.is_some_and(|end| end <= self.now) {
            Some(NotOnSale::SalesEnded)
        } else if fields.members_only && !self.is_member {
            Some(NotOnSale::MembersOnly)
        } else if self.remaining_of(fields, taken, with_others).is_some_and(|left| left < least) {
            Some(NotOnSale::SoldOut)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NotOnSale, Selling};
    use crate::events::{EventStatus, TicketTypeFields};
    use crate::time::Timestamp;

    fn selling() -> Selling {
        let now = Timestamp::from_seconds(100);
        Selling { status: EventStatus::Published, capacity: Some(10), taken: 4, now, is_member: false }
    }

    fn ticket() -> TicketTypeFields {
        TicketTypeFields {
            name: "Normal".into(),
            description: String::new(),
            price: 0,
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

    #[test]
    fn no_more_is_left_of_a_type_than_of_the_event() {
        assert_eq!(selling().remaining_of(&ticket(), 3, None), Some(2));
        assert_eq!(Selling { taken: 9, ..selling() }.remaining_of(&ticket(), 3, None), Some(1));
        assert_eq!(selling().remaining_of(&ticket(), 3, Some(1)), Some(1), "nor than of its section");
        let endless = TicketTypeFields { quota: None, ..ticket() };
        assert_eq!(selling().remaining_of(&endless, 3, None), Some(6));
        assert_eq!(Selling { capacity: None, ..selling() }.remaining_of(&endless, 3, None), None);
    }

    #[test]
    fn what_is_not_on_sale_says_why() {
        let why = |change: fn(&mut TicketTypeFields)| {
            let mut fields = ticket();
            change(&mut fields);
            selling().why_not_of(&fields, 0, None)
        };
        let at = Timestamp::from_seconds;
        assert_eq!(why(|_| {}), None);
        assert_eq!(
            selling().why_not_of(&TicketTypeFields { sales_start: Some(at(101)), ..ticket() }, 0, None),
            Some(NotOnSale::NotYet)
        );
        assert_eq!(selling().why_not_of(&TicketTypeFields { sales_start: Some(at(100)), ..ticket() }, 0, None), None);
        assert_eq!(
            selling().why_not_of(&TicketTypeFields { sales_end: Some(at(100)), ..ticket() }, 0, None),
            Some(NotOnSale::SalesEnded)
        );
        assert_eq!(why(|fields| fields.members_only = true), Some(NotOnSale::MembersOnly));
        assert_eq!(why(|fields| fields.quota = Some(0)), Some(NotOnSale::SoldOut));
        assert_eq!(why(|fields| fields.min_per_order = 6), Some(NotOnSale::SoldOut), "fewer than one has to buy");
    }

    #[test]
    fn nothing_is_sold_of_an_event_that_is_not_open() {
        for (status, why) in [
            (EventStatus::Draft, NotOnSale::NotPublished),
            (EventStatus::Cancelled, NotOnSale::EventCancelled),
            (EventStatus::Ended, NotOnSale::EventEnded),
        ] {
            assert_eq!(Selling { status, ..selling() }.why_not_of(&ticket(), 0, None), Some(why));
        }
        assert_eq!(Selling { taken: 10, ..selling() }.why_not(), Some(NotOnSale::SoldOut));
        assert_eq!(Selling { capacity: None, ..selling() }.why_not(), None);
    }
}
