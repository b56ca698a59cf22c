//! What is refused about events, in a file of its own because it is a lot. All of it is a state that forbids the act.

use super::{FieldProblem, Refusal};
use crate::events::{CATEGORIES_MAX, SESSIONS_MAX, SHARED_QUOTAS_MAX, TICKET_TYPES_MAX};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventRefusal {
    CategoryNameTaken,
    CategoryInUse {
        events: i64,
    },
    TooManyCategories,
    /// Everything that is still missing.
    NotReady(Vec<FieldProblem>),
    Published,
    Cancelled,
    Ended,
    NotDraft,
    CurrencyFixed,
    HasSales,
    TooManyTicketTypes,
    /// Be it of a ticket, of several together or of the event.
    QuotaBelowSold {
        field: &'static str,
    },
    TooManySharedQuotas,
    TicketTypeSold,
    SectionFixed,
    VenueFixed,
    /// The plan it would take place by has no such section.
    SectionMissing {
        section: String,
        ticket: String,
    },
    QuotaAboveSeats {
        ticket: String,
        places: i32,
    },
    RoomTaken {
        by: String,
    },
    SpeakerTaken {
        by: String,
    },
    TooManySessions,
    SessionsOutside {
        sessions: usize,
    },
    ClubHasEvents {
        events: i64,
    },
    InSeries,
    NotInSeries,
    /// One of several dates that were to change together.
    DateRefuses {
        day: String,
        why: Box<Refusal>,
    },
}

impl EventRefusal {
    /// Stable, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::CategoryNameTaken => "category_name_taken",
            Self::CategoryInUse { .. } => "category_in_use",
            Self::TooManyCategories => "too_many_categories",
            Self::NotReady(_) => "not_ready",
            Self::Published => "event_published",
            Self::Cancelled => "event_cancelled",
            Self::Ended => "event_ended",
            Self::NotDraft => "event_not_draft",
            Self::CurrencyFixed => "currency_fixed",
            Self::HasSales => "event_has_sales",
            Self::TooManyTicketTypes => "too_many_ticket_types",
            Self::QuotaBelowSold { .. } => "quota_below_sold",
            Self::TooManySharedQuotas => "too_many_shared_quotas",
            Self::TicketTypeSold => "ticket_type_sold",
            Self::SectionFixed => "section_fixed",
            Self::VenueFixed => "venue_fixed",
            Self::SectionMissing { .. } => "section_missing",
            Self::QuotaAboveSeats { .. } => "quota_above_seats",
            Self::RoomTaken { .. } => "room_taken",
            Self::SpeakerTaken { .. } => "speaker_taken",
            Self::TooManySessions => "too_many_sessions",
            Self::SessionsOutside { .. } => "sessions_outside",
            Self::ClubHasEvents { .. } => "club_has_events",
            Self::InSeries => "event_in_series",
            Self::NotInSeries => "event_not_in_series",
            Self::DateRefuses { .. } => "date_refuses",
        }
    }

    /// What happened, why, and what to do next.
    pub fn sentence(&self) -> String {
        match self {
            Self::CategoryNameTaken => "A category with this name exists. Choose another one.".into(),
            Self::CategoryInUse { events: 1 } => "One event is in this category. Give it another one first.".into(),
            Self::CategoryInUse { events } => {
                format!("{events} events are in this category. Give them another one first.")
            }
            Self::TooManyCategories => {
                format!("There are {CATEGORIES_MAX} categories already. Delete one that no event uses.")
            }
            Self::NotReady(problems) => match problems.as_slice() {
                [only] => only.message.clone(),
                _ => "Some things are still missing before everybody may see this event.".into(),
            },
            Self::Published => "This event is published already.".into(),
            Self::Cancelled => "This event is cancelled and stays as it is. Put it on again instead.".into(),
            Self::Ended => "This event is over.".into(),
            Self::NotDraft => "Only a draft can be deleted. Cancel the event instead.".into(),
            Self::CurrencyFixed => "The currency stays as it is once an event is published.".into(),
            Self::HasSales => "Tickets of this event are sold or held. Cancel it instead.".into(),
            Self::TooManyTicketTypes => {
                format!("An event has at most {TICKET_TYPES_MAX} kinds of ticket. Change one of them instead.")
            }
            Self::QuotaBelowSold { .. } => {
                "More tickets than this are sold or held already. Choose a larger number.".into()
            }
            Self::TooManySharedQuotas => {
                format!("An event has at most {SHARED_QUOTAS_MAX} shared quotas. Change one of them instead.")
            }
            Self::TicketTypeSold => "Tickets of this kind are sold or held. Hide it instead.".into(),
            Self::SectionFixed => "Tickets of this kind are sold or held, so it keeps its section.".into(),
            Self::VenueFixed => {
                "Tickets of this event are sold or held, so it keeps its venue and its seat plan.".into()
            }
            Self::SectionMissing { section, ticket } => {
                format!("“{ticket}” is for the section “{section}”, which is not there. Give it another section first.")
            }
            Self::QuotaAboveSeats { ticket, places } => {
                format!("There are more of “{ticket}” than the {places} places its section has. Make them fewer first.")
            }
            Self::RoomTaken { by } => format!("“{by}” is in this room then. Choose another room or time."),
            Self::SpeakerTaken { by } => format!("Whoever speaks here speaks in “{by}” then. Choose another time."),
            Self::TooManySessions => {
                format!("An event has at most {SESSIONS_MAX} sessions. Make them events of their own.")
            }
            Self::SessionsOutside { sessions: 1 } => {
                "One of its sessions would lie outside the event. Move or delete it first.".into()
            }
            Self::SessionsOutside { sessions } => {
                format!("{sessions} of its sessions would lie outside the event. Move or delete them first.")
            }
            Self::ClubHasEvents { events: 1 } => {
                "One event of this club is still to come. Let it take place or call it off first.".into()
            }
            Self::ClubHasEvents { events } => {
                format!("{events} events of this club are still to come. Let them take place or call them off first.")
            }
            Self::InSeries => "This event has dates already. Add further ones instead.".into(),
            Self::NotInSeries => "This event stands alone. Repeat it first.".into(),
            Self::DateRefuses { day, why } => {
                format!("Nothing was changed, because of the date on {day}: {}", why.sentence())
            }
        }
    }

    /// What to show beside which field.
    pub fn problems(&self) -> Vec<FieldProblem> {
        let beside = |field: &str| vec![FieldProblem::new(field, self.sentence())];
        match self {
            Self::NotReady(problems) => problems.clone(),
            Self::CategoryNameTaken => beside("name"),
            Self::QuotaBelowSold { field } => beside(field),
            Self::CurrencyFixed => beside("currency"),
            Self::SectionFixed => beside("section_id"),
            Self::VenueFixed => beside("venue_id"),
            Self::SectionMissing { .. } | Self::QuotaAboveSeats { .. } => beside("plan_id"),
            Self::RoomTaken { .. } => beside("room"),
            Self::SpeakerTaken { .. } => beside("speaker_name"),
            Self::DateRefuses { why, .. } => {
                why.problems().into_iter().map(|problem| FieldProblem::new(&problem.field, self.sentence())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// One of each, for the snapshot of everything the platform says.
    pub fn one_of_each() -> Vec<Self> {
        vec![
            Self::CategoryNameTaken,
            Self::CategoryInUse { events: 12 },
            Self::TooManyCategories,
            Self::NotReady(vec![FieldProblem::new("a", "One thing."), FieldProblem::new("b", "Another.")]),
            Self::Published,
            Self::Cancelled,
            Self::Ended,
            Self::NotDraft,
            Self::CurrencyFixed,
            Self::HasSales,
            Self::TooManyTicketTypes,
            Self::QuotaBelowSold { field: "quota" },
            Self::TooManySharedQuotas,
            Self::TicketTypeSold,
            Self::SectionFixed,
            Self::VenueFixed,
            Self::SectionMissing { section: "Stalls".into(), ticket: "Normal".into() },
            Self::QuotaAboveSeats { ticket: "Normal".into(), places: 80 },
            Self::RoomTaken { by: "Opening".into() },
            Self::SpeakerTaken { by: "Opening".into() },
            Self::TooManySessions,
            Self::SessionsOutside { sessions: 3 },
            Self::ClubHasEvents { events: 3 },
            Self::InSeries,
            Self::NotInSeries,
            Self::DateRefuses { day: "2026-12-24".into(), why: Box::new(Self::VenueFixed.into()) },
        ]
    }
}
