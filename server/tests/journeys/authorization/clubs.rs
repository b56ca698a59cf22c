//! The operations of clubs. What somebody may do there depends on what they are in the club, so this table has columns
//! of its own.

use domain::accounts::Role;
use serde_json::{Value, json};

use super::people::expired_token;
use super::table::{self, Line, Need, json, picture, row};
use crate::support::{Caller, Person, TestApp};

/// The columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Visitor,
    /// Signed in, and nothing to the club.
    Stranger,
    Member,
    Officer,
    Owner,
    /// Owns another club.
    Elsewhere,
    Admin,
    Suspended,
    /// A member with an access token that ran out.
    Expired,
}

/// What has become of the club.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Pending,
    Approved,
    Rejected,
}

impl Need for Status {
    const USUAL: Self = Self::Approved;
}

const EVERYBODY: [u16; 9] = [200, 200, 200, 200, 200, 200, 200, 401, 401];
pub const INSIDE: [u16; 9] = [401, 403, 200, 200, 200, 403, 200, 401, 401];
const POST: &str = r#"{"title":"News","body":"Some."}"#;

#[rustfmt::skip]
pub const TABLE: &[Line<Status>] = &[
    //                                                                  visitor stranger member officer owner elsewhere admin suspended expired
    row("GET /clubs",                                                       EVERYBODY),
    row("GET /clubs?status=pending",                                        [401, 403, 403, 403, 403, 403, 200, 401, 401]),
    row("GET /clubs?mine=true&status=pending",                              [401, 200, 200, 200, 200, 200, 200, 401, 401]),
    json("POST /clubs", r#"{"name":"New $who"}"#,                           [401, 201, 201, 201, 201, 201, 201, 401, 401]),
    row("GET /clubs/{id}",                                                  EVERYBODY),
    row("GET /clubs/{id}",                                                  [404, 404, 404, 404, 200, 404, 200, 401, 401]).pending(),
    row("GET /clubs/{id}",                                                  [404, 404, 404, 404, 200, 404, 200, 401, 401]).rejected(),
    json("PATCH /clubs/{id}", r#"{"description":"Other","hue":7}"#,         [401, 403, 403, 200, 200, 403, 200, 401, 401]),
    json("PATCH /clubs/{id}", r#"{"name":"Other"}"#,                        [401, 403, 403, 403, 200, 403, 200, 401, 401]),
    json("PATCH /clubs/{id}", r#"{"join_policy":"invite"}"#,                [401, 403, 403, 403, 200, 403, 200, 401, 401]),
    json("PATCH /clubs/{id}", r#"{"members_visible":"everyone"}"#,          [401, 403, 403, 403, 200, 403, 200, 401, 401]),
    json("PATCH /clubs/{id}", r#"{"name":"Other"}"#,                        [401, 404, 404, 404, 200, 404, 200, 401, 401]).rejected(),
    row("DELETE /clubs/{id}",                                               [401, 403, 403, 403, 204, 403, 204, 401, 401]),
    row("DELETE /clubs/{id}",                                               [401, 404, 404, 404, 204, 404, 204, 401, 401]).pending(),
    picture("PUT /clubs/{id}/picture",                                      [401, 403, 403, 200, 200, 403, 200, 401, 401]),
    row("DELETE /clubs/{id}/picture",                                       [401, 403, 403, 204, 204, 403, 204, 401, 401]),
    row("POST /clubs/{id}/approve",                                         [401, 403, 403, 403, 403, 403, 200, 401, 401]).pending(),
    json("POST /clubs/{id}/reject", r#"{"reason":"No."}"#,                  [401, 403, 403, 403, 403, 403, 200, 401, 401]).pending(),
    row("POST /clubs/{id}/resubmit",                                        [401, 404, 404, 404, 200, 404, 403, 401, 401]).rejected(),
    row("GET /clubs/{id}/members",                                          INSIDE),
    row("GET /clubs/{id}/members",                                          [404, 404, 404, 404, 200, 404, 200, 401, 401]).pending(),
    row("GET /clubs/{id}/members?status=requested",                         [401, 403, 403, 200, 200, 403, 200, 401, 401]),
    row("POST /clubs/{id}/members",                                         [401, 201, 409, 409, 409, 201, 201, 401, 401]),
    row("POST /clubs/{id}/members",                                         [401, 404, 404, 404, 409, 404, 409, 401, 401]).pending(),
    row("POST /clubs/{id}/members/{user_id}/accept",                        [401, 403, 403, 200, 200, 403, 403, 401, 401]),
    row("POST /clubs/{id}/members/{user_id}/decline",                       [401, 403, 403, 204, 204, 403, 403, 401, 401]),
    json("PATCH /clubs/{id}/members/{user_id}", r#"{"role":"officer"}"#,    [401, 403, 403, 403, 200, 403, 403, 401, 401]),
    json("PATCH /clubs/{id}/members/{user_id}", r#"{"role":"owner"}"#,      [401, 403, 403, 403, 200, 403, 403, 401, 401]),
    row("DELETE /clubs/{id}/members/{user_id}",                             [401, 403, 403, 204, 204, 403, 403, 401, 401]),
    row("GET /clubs/{id}/invitations",                                      [401, 403, 403, 200, 200, 403, 403, 401, 401]),
    json("POST /clubs/{id}/invitations", r#"{"email":"eva@example.org"}"#,  [401, 403, 403, 201, 201, 403, 403, 401, 401]),
    row("DELETE /clubs/{id}/invitations/{invitation_id}",                   [401, 403, 403, 204, 204, 403, 403, 401, 401]),
    row("GET /clubs/{id}/posts",                                            EVERYBODY),
    row("GET /clubs/{id}/posts",                                            [404, 404, 404, 404, 200, 404, 200, 401, 401]).pending(),
    json("POST /clubs/{id}/posts", POST,                                    [401, 403, 403, 201, 201, 403, 403, 401, 401]),
    json("PATCH /clubs/{id}/posts/{post_id}", POST,                         [401, 403, 403, 200, 200, 403, 403, 401, 401]),
    row("DELETE /clubs/{id}/posts/{post_id}",                               [401, 403, 403, 204, 204, 403, 403, 401, 401]),
];

impl Line<Status> {
    pub const fn pending(mut self) -> Self {
        self.need = Status::Pending;
        self
    }

    pub const fn rejected(mut self) -> Self {
        self.need = Status::Rejected;
        self
    }
}

/// Everybody the table is tried with.
pub struct Cast {
    visitor: Caller,
    stranger: Person,
    member: Person,
    officer: Person,
    owner: Person,
    elsewhere: Person,
    admin: Person,
    suspended: Person,
    expired: Caller,
    /// Whom things are done to: a member, or somebody who asked.
    other: Person,
}

impl table::Cast for Cast {
    type Who = Who;
    const COLUMNS: [Who; table::COLUMNS] = [
        Who::Visitor,
        Who::Stranger,
        Who::Member,
        Who::Officer,
        Who::Owner,
        Who::Elsewhere,
        Who::Admin,
        Who::Suspended,
        Who::Expired,
    ];

    async fn gather(app: &TestApp) -> Self {
        let admin = app.admin("root").await;
        let (elsewhere, suspended) = (app.register("elsewhere").await, app.register("suspended").await);
        app.approved_club(&elsewhere, "Elsewhere", "open").await;
        let suspend = admin.rest(&format!("PATCH /users/{}", suspended.id));
        suspend.json(json!({ "suspended": true })).await.expect(200);
        let member = app.register("member").await;
        Self {
            visitor: app.visitor().at(&app.new_address()),
            stranger: app.with_role("stranger", Role::Organizer).await,
            expired: member.with_bearer(&expired_token(app, &member)),
            member,
            officer: app.register("officer").await,
            owner: app.register("owner").await,
            elsewhere,
            admin,
            suspended,
            other: app.register("other").await,
        }
    }

    fn caller(&self, who: Who) -> Caller {
        let person = match who {
            Who::Visitor => return self.visitor.clone(),
            Who::Expired => return self.expired.clone(),
            Who::Stranger => &self.stranger,
            Who::Member => &self.member,
            Who::Officer => &self.officer,
            Who::Owner => &self.owner,
            Who::Elsewhere => &self.elsewhere,
            Who::Admin => &self.admin,
            Who::Suspended => &self.suspended,
        };
        person.with_bearer(&person.access_token)
    }
}

/// A club as a row needs it.
pub struct Scene {
    club: String,
    user: String,
    invitation: String,
    post: String,
}

impl table::Scene for Scene {
    type Cast = Cast;
    type Need = Status;

    async fn set(cast: &Cast, line: &Line<Status>) -> Self {
        let owner = &cast.owner;
        let made = async |operation: String, body: Value| {
            let made = owner.rest(&operation).json(body).await.expect(201).json();
            made["id"].as_str().unwrap_or_default().to_owned()
        };
        let founding = json!({ "name": "Chess", "join_policy": "open" });
        let club = made("POST /clubs".into(), founding).await;
        let (invitation, post) = if line.need == Status::Approved {
            cast.admin.rest(&format!("POST /clubs/{club}/approve")).await.expect(200);
            populate(cast, line.target, &club).await;
            let invitation = made(format!("POST /clubs/{club}/invitations"), json!({ "email": "zoe@example.org" }));
            let post = made(format!("POST /clubs/{club}/posts"), json!({ "title": "First", "body": "Post" }));
            (invitation.await, post.await)
        } else {
            (String::new(), String::new())
        };
        if line.need == Status::Rejected {
            let reason = json!({ "reason": "Not yet." });
            cast.admin.rest(&format!("POST /clubs/{club}/reject")).json(reason).await.expect(200);
        }
        Self { club, user: cast.other.id.clone(), invitation, post }
    }

    fn fill(&self, _: &Cast, text: &str) -> String {
        text.replace("{id}", &self.club)
            .replace("{user_id}", &self.user)
            .replace("{invitation_id}", &self.invitation)
            .replace("{post_id}", &self.post)
    }

    /// Nobody owns more than a few clubs.
    async fn clear(&self, cast: &Cast) {
        cast.admin.rest(&format!("DELETE /clubs/{}", self.club)).await;
    }
}

/// Those who are something to the club become it, and whoever is let in or turned away by the row has asked.
async fn populate(cast: &Cast, target: &str, club: &str) {
    let (join, owner) = (format!("POST /clubs/{club}/members"), &cast.owner);
    let asks = target.contains("/accept") || target.contains("/decline");
    for person in [&cast.member, &cast.officer] {
        person.rest(&join).await.expect(201);
    }
    let appoint = owner.rest(&format!("PATCH /clubs/{club}/members/{}", cast.officer.id));
    appoint.json(json!({ "role": "officer" })).await.expect(200);
    if !asks {
        cast.other.rest(&join).await.expect(201);
    }
    let close = json!({ "join_policy": "request" });
    owner.rest(&format!("PATCH /clubs/{club}")).json(close).await.expect(200);
    if asks {
        cast.other.rest(&join).await.expect(201);
    }
}
