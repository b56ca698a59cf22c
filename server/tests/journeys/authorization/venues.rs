//! The operations of venues, for everybody who stands to a venue in some way.

use serde_json::json;

use super::events::{Cast, id_of};
use super::table::{self, Line, Need, json, picture, row};

/// Every line meets a venue like that of the others.
#[derive(Clone, Copy)]
pub struct AnyVenue;

impl Need for AnyVenue {
    const USUAL: Self = Self;
}

const EVERYBODY: [u16; 9] = [200, 200, 200, 200, 200, 200, 200, 401, 401];
pub const SIGNED_IN: [u16; 9] = [401, 200, 200, 200, 200, 200, 200, 401, 401];
pub const THOSE_WHO_LOOK_AFTER_IT: [u16; 9] = [401, 403, 403, 200, 200, 403, 200, 401, 401];
const VENUE: &str = r#"{"name":"Gym","time_zone":"UTC"}"#;
const CLUB_VENUE: &str = r#"{"name":"Gym","time_zone":"UTC","club_id":"{club_id}"}"#;
const PLAN: &str = r#"{"sections":[{"name":"Floor","kind":"standing","capacity":80}]}"#;

#[rustfmt::skip]
pub const TABLE: &[Line<AnyVenue>] = &[
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

/// With a plan, added for the club by somebody who was an officer then.
pub struct Scene {
    venue: String,
}

impl table::Scene for Scene {
    type Cast = Cast;
    type Need = AnyVenue;

    async fn set(cast: &Cast, _: &Line<AnyVenue>) -> Self {
        cast.appoint_creator("officer").await;
        let venue = json!({ "name": "Gym", "time_zone": "UTC", "club_id": cast.club });
        let venue = id_of(&cast.creator.rest("POST /venues").json(venue).await.expect(201).json());
        let plan = cast.creator.rest(&format!("PUT /venues/{venue}/plan")).body("application/json", PLAN);
        plan.await.expect(200);
        cast.appoint_creator("member").await;
        Self { venue }
    }

    fn fill(&self, cast: &Cast, text: &str) -> String {
        text.replace("{id}", &self.venue).replace("{club_id}", &cast.club)
    }
}
