//! The operations of events. What somebody may do there depends on how they stand to the event and to its club, so
//! this table has columns of its own.

use domain::accounts::Role;
use serde_json::{Value, json};

use super::people::expired_token;
use super::table::{self, Line, Need, json, picture, row};
use crate::support::{Caller, Person, TestApp};

/// The columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Visitor,
    /// Signed in, and nothing to the event.
    Stranger,
    /// An organizer, of other events.
    Elsewhere,
    /// Made the event, and is no officer of its club any more.
    Creator,
    Officer,
    Member,
    Admin,
    Suspended,
    /// The creator with an access token that ran out.
    Expired,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Draft,
    Published,
    MembersOnly,
    Cancelled,
}

/// What the event of a line is like.
#[derive(Clone, Copy)]
pub struct Made {
    state: State,
    /// Whether it comes again, three weeks in a row.
    repeated: bool,
}

impl Need for Made {
    const USUAL: Self = Self { state: State::Published, repeated: false };
}

const EVERYBODY: [u16; 9] = [200, 200, 200, 200, 200, 200, 200, 401, 401];
const HIDDEN: [u16; 9] = [404, 404, 404, 200, 200, 404, 200, 401, 401];
const INSIDE: [u16; 9] = [404, 404, 404, 200, 200, 200, 200, 401, 401];
const RUN: [u16; 9] = [401, 403, 403, 200, 200, 403, 200, 401, 401];
const RUN_DRAFT: [u16; 9] = [401, 404, 404, 200, 200, 404, 200, 401, 401];
const EVENT: &str = r#"{"title":"New","starts_at":"2027-01-01T18:00:00Z","ends_at":"2027-01-01T20:00:00Z","time_zone":"UTC","currency":"EUR"}"#;
const CLUB_EVENT: &str = r#"{"title":"New","club_id":"{club_id}","starts_at":"2027-01-01T18:00:00Z","ends_at":"2027-01-01T20:00:00Z","time_zone":"UTC","currency":"EUR"}"#;
const TICKET: &str = r#"{"name":"Normal","price":{"amount":1500,"currency":"EUR"}}"#;
const QUOTA: &str = r#"{"name":"Floor","size":40,"ticket_type_ids":["{ticket_type_id}","{other_ticket_type_id}"]}"#;
const SESSION: &str = r#"{"title":"Opening","starts_at":"2026-12-01T18:00:00Z","ends_at":"2026-12-01T18:30:00Z"}"#;
const WEEKLY: &str = r#"{"rule":"FREQ=WEEKLY;COUNT=3"}"#;
const LATER: &str = r#"{"starts_at":"2027-02-01T18:00:00Z"}"#;

#[rustfmt::skip]
pub const TABLE: &[Line<Made>] = &[
    //                                                            visitor stranger elsewhere creator officer member admin suspended expired
    json("POST /events", EVENT,                                     [401, 403, 201, 403, 403, 403, 201, 401, 401]),
    json("POST /events", CLUB_EVENT,                                [401, 403, 403, 403, 201, 403, 403, 401, 401]),
    row("GET /events/{id}",                                         EVERYBODY),
    row("GET /events/{id}",                                         HIDDEN).draft(),
    row("GET /events/{id}",                                         INSIDE).members_only(),
    row("GET /events/{id}",                                         EVERYBODY).cancelled(),
    json("PUT /events/{id}", r#"{"title":"Other"}"#,                RUN),
    json("PUT /events/{id}", r#"{"title":"Other"}"#,                RUN_DRAFT).draft(),
    json("PATCH /events/{id}", r#"{"title":"Other"}"#,              RUN),
    json("PATCH /events/{id}", r#"{"title":"Other"}"#,              [401, 404, 404, 200, 200, 403, 200, 401, 401]).members_only(),
    json("PATCH /events/{id}", r#"{"club_id":null}"#,               [401, 403, 403, 403, 403, 403, 200, 401, 401]),
    row("DELETE /events/{id}",                                      [401, 404, 404, 204, 204, 404, 204, 401, 401]).draft(),
    row("DELETE /events/{id}",                                      [401, 403, 403, 409, 409, 403, 409, 401, 401]),
    row("POST /events/{id}/publish",                                RUN_DRAFT).draft(),
    row("POST /events/{id}/publish",                                [401, 403, 403, 409, 409, 403, 409, 401, 401]),
    json("POST /events/{id}/cancel", r#"{"reason":"Rain."}"#,       RUN),
    json("POST /events/{id}/cancel", r#"{"reason":"Rain."}"#,       RUN_DRAFT).draft(),
    json("POST /events/{id}/clone", LATER,                          [401, 403, 403, 403, 201, 403, 403, 401, 401]),
    row("GET /events/{id}/ticket-types",                            EVERYBODY),
    row("GET /events/{id}/ticket-types",                            HIDDEN).draft(),
    row("GET /events/{id}/ticket-types",                            INSIDE).members_only(),
    json("POST /events/{id}/ticket-types", TICKET,                  [401, 403, 403, 201, 201, 403, 201, 401, 401]),
    json("POST /events/{id}/ticket-types", TICKET,                  [401, 404, 404, 201, 201, 404, 201, 401, 401]).draft(),
    json("PATCH /events/{id}/ticket-types/{ticket_type_id}", TICKET, RUN),
    row("DELETE /events/{id}/ticket-types/{ticket_type_id}",        [401, 403, 403, 204, 204, 403, 204, 401, 401]),
    row("GET /events/{id}/quotas",                                  RUN),
    row("GET /events/{id}/quotas",                                  RUN_DRAFT).draft(),
    json("POST /events/{id}/quotas", QUOTA,                         [401, 403, 403, 201, 201, 403, 201, 401, 401]),
    json("POST /events/{id}/quotas", QUOTA,                         [401, 404, 404, 201, 201, 404, 201, 401, 401]).draft(),
    json("PATCH /events/{id}/quotas/{quota_id}", QUOTA,             RUN),
    row("DELETE /events/{id}/quotas/{quota_id}",                    [401, 403, 403, 204, 204, 403, 204, 401, 401]),
    row("GET /events/{id}/availability",                            EVERYBODY),
    row("GET /events/{id}/availability",                            HIDDEN).draft(),
    row("GET /events/{id}/availability",                            INSIDE).members_only(),
    row("GET /events/{id}/sessions",                                EVERYBODY),
    row("GET /events/{id}/sessions",                                HIDDEN).draft(),
    row("GET /events/{id}/sessions",                                INSIDE).members_only(),
    json("POST /events/{id}/sessions", SESSION,                     [401, 403, 403, 201, 201, 403, 201, 401, 401]),
    json("POST /events/{id}/sessions", SESSION,                     [401, 404, 404, 201, 201, 404, 201, 401, 401]).draft(),
    json("PATCH /events/{id}/sessions/{session_id}", SESSION,       RUN),
    row("DELETE /events/{id}/sessions/{session_id}",                [401, 403, 403, 204, 204, 403, 204, 401, 401]),
    row("GET /events",                                              EVERYBODY),
    row("GET /events.ics",                                          EVERYBODY),
    row("GET /events/{id}.ics",                                     EVERYBODY),
    row("GET /events/{id}.ics",                                     HIDDEN).draft(),
    row("GET /events/{id}.ics",                                     INSIDE).members_only(),
    picture("PUT /events/{id}/image",                               RUN),
    picture("PUT /events/{id}/image",                               RUN_DRAFT).draft(),
    row("DELETE /events/{id}/image",                                [401, 403, 403, 204, 204, 403, 204, 401, 401]),
    row("GET /events/{id}/dates",                                   EVERYBODY).repeated(),
    row("GET /events/{id}/dates",                                   HIDDEN).repeated().draft(),
    row("GET /events/{id}/dates",                                   INSIDE).repeated().members_only(),
    json("POST /events/{id}/dates", WEEKLY,                         [401, 403, 403, 403, 201, 403, 403, 401, 401]),
    json("POST /events/{id}/dates", WEEKLY,                         [401, 404, 404, 403, 201, 404, 403, 401, 401]).draft(),
    json("PATCH /events/{id}/dates", r#"{"title":"Other"}"#,        RUN).repeated(),
    json("PATCH /events/{id}/dates", r#"{"title":"Other"}"#,        RUN_DRAFT).repeated().draft(),
    json("POST /events/{id}/dates/extend", r#"{"count":4}"#,        [401, 403, 403, 403, 201, 403, 403, 401, 401]).repeated(),
    row("POST /events/{id}/dates/publish",                          RUN_DRAFT).repeated().draft(),
    json("POST /events/{id}/dates/cancel", r#"{"reason":"Rain."}"#, RUN).repeated(),
    row("POST /events/{id}/dates/leave",                            RUN).repeated(),
    row("POST /events/{id}/dates/leave",                            [401, 403, 403, 409, 409, 403, 409, 401, 401]),
    row("DELETE /events/{id}/dates/{date}",                         [401, 403, 403, 204, 204, 403, 204, 401, 401]).repeated(),
    row("DELETE /events/{id}/dates/{date}",                         [401, 404, 404, 204, 204, 404, 204, 401, 401]).repeated().draft(),
    row("GET /users/{id}/events",                                   EVERYBODY),
];

impl Line<Made> {
    pub const fn draft(mut self) -> Self {
        self.need.state = State::Draft;
        self
    }

    pub const fn members_only(mut self) -> Self {
        self.need.state = State::MembersOnly;
        self
    }

    pub const fn repeated(mut self) -> Self {
        self.need.repeated = true;
        self
    }

    const fn cancelled(mut self) -> Self {
        self.need.state = State::Cancelled;
        self
    }
}

/// Everybody the table is tried with, and the club they are something to.
pub struct Cast {
    visitor: Caller,
    stranger: Person,
    elsewhere: Person,
    pub(super) creator: Person,
    officer: Person,
    member: Person,
    admin: Person,
    suspended: Person,
    expired: Caller,
    owner: Person,
    pub(super) club: String,
}

impl table::Cast for Cast {
    type Who = Who;
    const COLUMNS: [Who; table::COLUMNS] = [
        Who::Visitor,
        Who::Stranger,
        Who::Elsewhere,
        Who::Creator,
        Who::Officer,
        Who::Member,
        Who::Admin,
        Who::Suspended,
        Who::Expired,
    ];

    async fn gather(app: &TestApp) -> Self {
        let (admin, owner) = (app.admin("root").await, app.register("owner").await);
        let club = app.approved_club(&owner, "Brass", "open").await;
        let suspended = app.register("suspended").await;
        let suspend = admin.rest(&format!("PATCH /users/{}", suspended.id));
        suspend.json(json!({ "suspended": true })).await.expect(200);
        let creator = app.member(&owner, &club, "creator").await;
        Self {
            visitor: app.visitor().at(&app.new_address()),
            stranger: app.register("stranger").await,
            elsewhere: app.with_role("elsewhere", Role::Organizer).await,
            expired: creator.with_bearer(&expired_token(app, &creator)),
            creator,
            officer: app.officer(&owner, &club, "officer").await,
            member: app.member(&owner, &club, "member").await,
            admin,
            suspended,
            owner,
            club,
        }
    }

    fn caller(&self, who: Who) -> Caller {
        let person = match who {
            Who::Visitor => return self.visitor.clone(),
            Who::Expired => return self.expired.clone(),
            Who::Stranger => &self.stranger,
            Who::Elsewhere => &self.elsewhere,
            Who::Creator => &self.creator,
            Who::Officer => &self.officer,
            Who::Member => &self.member,
            Who::Admin => &self.admin,
            Who::Suspended => &self.suspended,
        };
        person.with_bearer(&person.access_token)
    }
}

impl Cast {
    pub(super) async fn appoint_creator(&self, role: &str) {
        let appoint = self.owner.rest(&format!("PATCH /clubs/{}/members/{}", self.club, self.creator.id));
        appoint.json(json!({ "role": role })).await.expect(200);
    }
}

/// An event of the club as a row needs it, made by somebody who was an officer then.
pub struct Scene {
    event: String,
    ticket_type: String,
    other_ticket_type: String,
    quota: String,
    session: String,
}

impl table::Scene for Scene {
    type Cast = Cast;
    type Need = Made;

    async fn set(cast: &Cast, line: &Line<Made>) -> Self {
        let creator = &cast.creator;
        cast.appoint_creator("officer").await;
        let event = json!({
            "title": "Concert", "club_id": cast.club, "location": "Hall", "capacity": 50,
            "starts_at": "2026-12-01T18:00:00Z", "ends_at": "2026-12-01T20:00:00Z",
            "time_zone": "Europe/Berlin", "currency": "EUR", "members_only": line.need.state == State::MembersOnly,
        });
        let event = id_of(&creator.rest("POST /events").json(event).await.expect(201).json());
        let made = async |what: &str, body: String| {
            let made = creator.rest(&format!("POST /events/{event}/{what}")).body("application/json", body);
            id_of(&made.await.expect(201).json())
        };
        let ticket_type = made("ticket-types", TICKET.into()).await;
        let other_ticket_type = made("ticket-types", TICKET.into()).await;
        let both = |text: &str| {
            text.replace("{ticket_type_id}", &ticket_type).replace("{other_ticket_type_id}", &other_ticket_type)
        };
        let quota = made("quotas", both(QUOTA)).await;
        let session = made("sessions", SESSION.into()).await;
        if line.need.repeated {
            creator.rest(&format!("POST /events/{event}/dates")).body("application/json", WEEKLY).await.expect(201);
        }
        if line.need.state != State::Draft {
            creator.rest(&format!("POST /events/{event}/publish")).await.expect(200);
        }
        if line.need.state == State::Cancelled {
            let reason = json!({ "reason": "Rain." });
            creator.rest(&format!("POST /events/{event}/cancel")).json(reason).await.expect(200);
        }
        cast.appoint_creator("member").await;
        Self { event, ticket_type, other_ticket_type, quota, session }
    }

    fn fill(&self, cast: &Cast, text: &str) -> String {
        let id = if text.contains("/users/") { &cast.creator.id } else { &self.event };
        text.replace("{id}", id)
            .replace("{club_id}", &cast.club)
            .replace("{ticket_type_id}", &self.ticket_type)
            .replace("{other_ticket_type_id}", &self.other_ticket_type)
            .replace("{quota_id}", &self.quota)
            .replace("{session_id}", &self.session)
            // The second of its dates.
            .replace("{date}", "2026-12-08")
    }
}

pub(super) fn id_of(made: &Value) -> String {
    made["id"].as_str().unwrap().to_owned()
}
