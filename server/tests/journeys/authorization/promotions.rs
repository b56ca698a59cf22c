//! The operations of promotions, and the server functions of their pages, with the columns of the events.

use serde_json::{Value, json};

use super::events::{Cast, Who, id_of};
use super::table::{self, Cast as _, Line, Need, function, json, row};

/// What the code of a line is like.
#[derive(Clone, Copy)]
pub struct Made {
    /// Whether it holds at every event instead of at the club's.
    everywhere: bool,
    /// Whether nobody has seen the event yet.
    draft: bool,
}

impl Need for Made {
    const USUAL: Self = Self { everywhere: false, draft: false };
}

const RUN: [u16; 9] = [401, 403, 403, 200, 200, 403, 200, 401, 401];
const RUN_DRAFT: [u16; 9] = [401, 404, 404, 200, 200, 404, 200, 401, 401];
const ADMINS: [u16; 9] = [401, 403, 403, 403, 403, 403, 200, 401, 401];
const CODE: &str = r#"{"code":"OTHER","percent_off":20}"#;
const CODE_OF_EVENT: &str = r#"{"code":"OTHER","percent_off":20,"event_id":"{event_id}"}"#;
const PAUSE: &str = r#"{"paused":true}"#;
const TYPED: &str = r#"{"code":"spring"}"#;

#[rustfmt::skip]
pub const TABLE: &[Line<Made>] = &[
    //                                                             visitor stranger elsewhere creator officer member admin suspended expired
    row("GET /promotions?event_id={event_id}",                       RUN),
    row("GET /promotions?event_id={event_id}",                       RUN_DRAFT).of_a_draft(),
    row("GET /promotions",                                           ADMINS),
    json("POST /promotions", CODE_OF_EVENT,                          [401, 403, 403, 201, 201, 403, 201, 401, 401]),
    json("POST /promotions", CODE_OF_EVENT,                          [401, 404, 404, 201, 201, 404, 201, 401, 401]).of_a_draft(),
    json("POST /promotions", CODE,                                   [401, 403, 403, 403, 403, 403, 201, 401, 401]),
    row("GET /promotions/{id}",                                      RUN),
    row("GET /promotions/{id}",                                      RUN_DRAFT).of_a_draft(),
    row("GET /promotions/{id}",                                      ADMINS).everywhere(),
    json("PATCH /promotions/{id}", PAUSE,                            RUN),
    json("PATCH /promotions/{id}", PAUSE,                            RUN_DRAFT).of_a_draft(),
    json("PATCH /promotions/{id}", PAUSE,                            ADMINS).everywhere(),
    row("DELETE /promotions/{id}",                                   [401, 403, 403, 204, 204, 403, 204, 401, 401]),
    row("DELETE /promotions/{id}",                                   [401, 404, 404, 204, 204, 404, 204, 401, 401]).of_a_draft(),
    row("DELETE /promotions/{id}",                                   [401, 403, 403, 403, 403, 403, 204, 401, 401]).everywhere(),
    json("POST /events/{id}/check-code", TYPED,                      [200, 200, 200, 200, 200, 200, 200, 401, 401]),
    json("POST /events/{id}/check-code", TYPED,                      [404, 404, 404, 200, 200, 404, 200, 401, 401]).of_a_draft(),
];

const LIST: &str = "event_id={event_id}";
const FORM: &str = "event_id={event_id}&promotion_id={id}";
const ONE: &str = "promotion_id={id}";
const NEW: &str = "event_id={event_id}&code=OTHER&off=20&unit=percent&time_zone=UTC";
const NEW_EVERYWHERE: &str = "code=OTHER&off=5.00&unit=EUR&time_zone=UTC";
const EDIT: &str = "event_id={event_id}&promotion_id={id}&version=1&code=OTHER&off=20&unit=percent&time_zone=UTC";

#[rustfmt::skip]
pub const FUNCTIONS: &[Line<Made>] = &[
    //                                                             visitor stranger elsewhere creator officer member admin suspended expired
    function("promotions/list_promotions", LIST,                     RUN),
    function("promotions/list_promotions", LIST,                     RUN_DRAFT).of_a_draft(),
    function("promotions/list_promotions", "",                       ADMINS),
    function("promotions/load_promotion_form", LIST,                 RUN),
    function("promotions/load_promotion_form", FORM,                 RUN_DRAFT).of_a_draft(),
    function("promotions/load_promotion_form", "",                   ADMINS),
    function("promotions/load_promotion_form", ONE,                  ADMINS).everywhere(),
    function("promotions/save_promotion", NEW,                       RUN),
    function("promotions/save_promotion", NEW_EVERYWHERE,            ADMINS),
    function("promotions/save_promotion", EDIT,                      RUN_DRAFT).of_a_draft(),
    function("promotions/save_promotion", EDIT,                      ADMINS).everywhere(),
    function("promotions/pause_promotion", "promotion_id={id}&paused=true", RUN),
    function("promotions/pause_promotion", "promotion_id={id}&paused=true", ADMINS).everywhere(),
    function("promotions/delete_promotion", ONE,                     RUN),
    function("promotions/delete_promotion", ONE,                     ADMINS).everywhere(),
];

impl Line<Made> {
    const fn of_a_draft(mut self) -> Self {
        self.need.draft = true;
        self
    }

    const fn everywhere(mut self) -> Self {
        self.need.everywhere = true;
        self
    }
}

/// A code, and an event of the club, made by somebody who was an officer then.
pub struct Scene {
    event: String,
    promotion: String,
}

impl table::Scene for Scene {
    type Cast = Cast;
    type Need = Made;

    async fn set(cast: &Cast, line: &Line<Made>) -> Self {
        let creator = &cast.creator;
        cast.appoint_creator("officer").await;
        let event = json!({
            "title": "Concert", "club_id": cast.club, "location": "Hall", "starts_at": "2026-12-01T18:00:00Z",
            "ends_at": "2026-12-01T20:00:00Z", "time_zone": "Europe/Berlin", "currency": "EUR",
        });
        let event = id_of(&creator.rest("POST /events").json(event).await.expect(201).json());
        let ticket = json!({ "name": "Normal", "price": { "amount": 1500, "currency": "EUR" } });
        creator.rest(&format!("POST /events/{event}/ticket-types")).json(ticket).await.expect(201);
        if !line.need.draft {
            creator.rest(&format!("POST /events/{event}/publish")).await.expect(200);
        }
        let place = if line.need.everywhere { Value::Null } else { json!(event) };
        let code = json!({ "code": "SPRING", "percent_off": 10, "event_id": place });
        let maker = cast.caller(if line.need.everywhere { Who::Admin } else { Who::Creator });
        let promotion = id_of(&maker.rest("POST /promotions").json(code).await.expect(201).json());
        cast.appoint_creator("member").await;
        Self { event, promotion }
    }

    fn fill(&self, _: &Cast, text: &str) -> String {
        let id = if text.contains("/events/{id}") { &self.event } else { &self.promotion };
        text.replace("{id}", id).replace("{event_id}", &self.event)
    }

    /// Codes that hold everywhere are one list: the next scene makes the same ones.
    async fn clear(&self, cast: &Cast) {
        let admin = cast.caller(Who::Admin);
        let left = admin.rest("GET /promotions").await.expect(200).json();
        for promotion in left["items"].as_array().unwrap() {
            admin.rest(&format!("DELETE /promotions/{}", id_of(promotion))).await.expect(204);
        }
    }
}
