//! The operations of venues, for everybody who stands to a venue in some way.

use serde_json::json;

use super::events::{ALL, Cast, Who, id_of};
use crate::support::{Answer, png};

enum Sent {
    Nothing,
    Json(&'static str),
    Form(&'static str),
    Picture,
}

pub struct VenueRow {
    /// `PATCH /venues/{id}`, or `venues/edit_venue`.
    pub target: &'static str,
    sent: Sent,
    /// In the order of [`Who`].
    expected: [u16; 9],
}

const fn row(target: &'static str, expected: [u16; 9]) -> VenueRow {
    VenueRow { target, sent: Sent::Nothing, expected }
}

const fn json(target: &'static str, body: &'static str, expected: [u16; 9]) -> VenueRow {
    VenueRow { sent: Sent::Json(body), ..row(target, expected) }
}

const fn picture(target: &'static str, expected: [u16; 9]) -> VenueRow {
    VenueRow { sent: Sent::Picture, ..row(target, expected) }
}

/// A server function and its form.
pub const fn function(target: &'static str, form: &'static str, expected: [u16; 9]) -> VenueRow {
    VenueRow { sent: Sent::Form(form), ..row(target, expected) }
}

const EVERYBODY: [u16; 9] = [200, 200, 200, 200, 200, 200, 200, 401, 401];
pub const SIGNED_IN: [u16; 9] = [401, 200, 200, 200, 200, 200, 200, 401, 401];
pub const THOSE_WHO_LOOK_AFTER_IT: [u16; 9] = [401, 403, 403, 200, 200, 403, 200, 401, 401];
const VENUE: &str = r#"{"name":"Gym","time_zone":"UTC"}"#;
const CLUB_VENUE: &str = r#"{"name":"Gym","time_zone":"UTC","club_id":"{club_id}"}"#;
const PLAN: &str = r#"{"sections":[{"name":"Floor","kind":"standing","capacity":80}]}"#;

#[rustfmt::skip]
pub const TABLE: &[VenueRow] = &[
    //                                                           visitor stranger elsewhere creator officer member admin suspended expired
    row("GET /venues",                                             EVERYBODY),
    row("GET /venues?mine=true",                                   SIGNED_IN),
    json("POST /venues", VENUE,                                    [401, 403, 201, 403, 403, 403, 201, 401, 401]),
    json("POST /venues", CLUB_VENUE,                               [401, 403, 403, 403, 201, 403, 403, 401, 401]),
    row("GET /venues/{id}",                                        EVERYBODY),
    json("PATCH /venues/{id}", r#"{"name":"Other"}"#,              THOSE_WHO_LOOK_AFTER_IT),
    json("PATCH /venues/{id}", r#"{"club_id":null}"#,              [401, 403, 403, 200, 403, 403, 200, 401, 401]),
    row("DELETE /venues/{id}",                                     [401, 403, 403, 204, 204, 403, 204, 401, 401]),
    row("GET /venues/{id}/plan",                                   EVERYBODY),
    json("PUT /venues/{id}/plan", PLAN,                            THOSE_WHO_LOOK_AFTER_IT),
    row("GET /venues/{id}/plan/versions",                          THOSE_WHO_LOOK_AFTER_IT),
    picture("PUT /venues/{id}/plan/background",                    THOSE_WHO_LOOK_AFTER_IT),
];

impl VenueRow {
    /// As the description of the API writes it.
    pub fn operation(&self) -> String {
        self.target.split('?').next().unwrap().to_owned()
    }

    /// Whoever is refused leaves nothing behind, so all of them meet the same venue; whoever is not gets one of their
    /// own.
    pub async fn check(&self, cast: &Cast) -> Vec<String> {
        let mut wrong = Vec::new();
        let (refused, taken): (Vec<Who>, Vec<Who>) =
            ALL.into_iter().partition(|who| self.expected[*who as usize] >= 400);
        for together in std::iter::once(refused).chain(taken.into_iter().map(|who| vec![who])) {
            let venue = make_venue(cast).await;
            for who in together {
                let (answer, expected) = (self.send(cast, &venue, who).await, self.expected[who as usize]);
                if answer.status != expected {
                    wrong.push(format!("{} as {who:?}: expected {expected}, got {answer}", self.target));
                }
            }
        }
        wrong
    }

    async fn send(&self, cast: &Cast, venue: &str, who: Who) -> Answer {
        let (caller, target) = (cast.caller(who), self.target.replace("{id}", venue));
        match self.sent {
            Sent::Nothing => caller.rest(&target).await,
            Sent::Json(body) => {
                caller.rest(&target).body("application/json", body.replace("{club_id}", &cast.club)).await
            }
            Sent::Form(form) => {
                let form = form.replace("{id}", venue).replace("{club_id}", &cast.club);
                caller.function(&target).body("application/x-www-form-urlencoded", form).await
            }
            Sent::Picture => caller.rest(&target).body("image/png", png(8, 8)).await,
        }
    }
}

/// With a plan, added for the club by somebody who was an officer then.
async fn make_venue(cast: &Cast) -> String {
    cast.appoint_creator("officer").await;
    let venue = json!({ "name": "Gym", "time_zone": "UTC", "club_id": cast.club });
    let venue = id_of(&cast.creator.rest("POST /venues").json(venue).await.expect(201).json());
    let plan = cast.creator.rest(&format!("PUT /venues/{venue}/plan")).body("application/json", PLAN);
    plan.await.expect(200);
    cast.appoint_creator("member").await;
    venue
}
