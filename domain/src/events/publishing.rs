//! What an event still lacks before everybody may see it.

use serde::{Deserialize, Serialize};

use crate::refusal::FieldProblem;
use crate::time::Timestamp;

const START_PASSED: &str = "start_passed";
const PLACE_MISSING: &str = "place_missing";
const TICKETS_MISSING: &str = "tickets_missing";
const CLUB_NOT_APPROVED: &str = "club_not_approved";
const CLUB_CLOSED: &str = "club_closed";

/// How the club that puts it on stands to that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClubReady {
    /// Nobody's.
    NoClub,
    Approved,
    NotApproved,
    Closed,
}

/// Everything that decides whether an event can be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readiness {
    pub starts_at: Timestamp,
    pub has_venue: bool,
    pub has_location: bool,
    pub has_online_url: bool,
    pub has_capacity: bool,
    pub ticket_types: i64,
    pub club: ClubReady,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishProblem {
    /// Stable, for programs.
    pub code: String,
    pub sentence: String,
}

impl PublishProblem {
    fn new(code: &str, sentence: &str) -> Self {
        Self { code: code.into(), sentence: sentence.into() }
    }
}

/// What is missing is told beside the field that mends it.
impl From<PublishProblem> for FieldProblem {
    fn from(problem: PublishProblem) -> Self {
        let field = match problem.code.as_str() {
            START_PASSED => "starts_at",
            PLACE_MISSING => "location",
            TICKETS_MISSING => "capacity",
            CLUB_NOT_APPROVED | CLUB_CLOSED => "club_id",
            other => other,
        };
        Self::new(field, problem.sentence)
    }
}

/// Nothing is left to do when this is empty.
pub fn publish_problems(event: &Readiness, now: Timestamp) -> Vec<PublishProblem> {
    let mut problems = Vec::new();
    if event.starts_at <= now {
        problems.push(PublishProblem::new(START_PASSED, "Its start has passed. Choose one in the future."));
    }
    problems.extend(lasting_problems(event));
    match event.club {
        ClubReady::NoClub | ClubReady::Approved => {}
        ClubReady::NotApproved => {
            problems.push(PublishProblem::new(CLUB_NOT_APPROVED, "Its club is not approved. Wait until it is."));
        }
        ClubReady::Closed => {
            problems.push(PublishProblem::new(CLUB_CLOSED, "Its club was closed. Say who puts it on instead."));
        }
    }
    problems
}

/// What must not come to lack afterwards either.
pub fn lasting_problems(event: &Readiness) -> Vec<PublishProblem> {
    let mut problems = Vec::new();
    if !event.has_venue && !event.has_location && !event.has_online_url {
        problems.push(PublishProblem::new(PLACE_MISSING, "Say where it is: a venue, a place or an online address."));
    }
    if event.ticket_types == 0 && !event.has_capacity {
        let sentence = "Add a ticket type, or say how many may come for free.";
        problems.push(PublishProblem::new(TICKETS_MISSING, sentence));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::{ClubReady, Readiness, publish_problems};
    use crate::time::Timestamp;

    const READY: Readiness = Readiness {
        starts_at: Timestamp::from_seconds(100),
        has_venue: false,
        has_location: true,
        has_online_url: false,
        has_capacity: true,
        ticket_types: 0,
        club: ClubReady::NoClub,
    };

    fn codes(event: &Readiness) -> Vec<String> {
        publish_problems(event, Timestamp::from_seconds(99)).into_iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn an_event_with_a_future_a_place_and_something_to_hold_is_ready() {
        assert!(codes(&READY).is_empty());
        let online = Readiness { has_location: false, has_online_url: true, ..READY };
        let sold = Readiness { has_capacity: false, ticket_types: 1, club: ClubReady::Approved, ..READY };
        let venue = Readiness { has_location: false, has_venue: true, ..READY };
        for event in [online, sold, venue] {
            assert!(codes(&event).is_empty());
        }
    }

    #[test]
    fn everything_that_is_missing_is_said_at_once() {
        let nothing = Readiness {
            starts_at: Timestamp::from_seconds(99),
            has_location: false,
            has_capacity: false,
            club: ClubReady::NotApproved,
            ..READY
        };
        assert_eq!(codes(&nothing), ["start_passed", "place_missing", "tickets_missing", "club_not_approved"]);
    }
}
