//! A club people can meet in.

use domain::accounts::{Caller as Asking, Role};
use domain::clubs::approve_club;
use domain::ids::{ClubId, SessionId, UserId};
use serde_json::{Value, json};
use uuid::Uuid;

use super::app::TestApp;
use super::people::Person;

impl TestApp {
    /// Approved, with this owner and this way in.
    pub async fn approved_club(&self, owner: &Person, name: &str, join_policy: &str) -> String {
        let body = json!({ "name": name, "join_policy": join_policy });
        let club = owner.rest("POST /clubs").json(body).await.expect(201).json();
        self.approve(&club).await;
        id_of(&club)
    }

    /// Without an admin who would be one person more.
    pub async fn approve(&self, club: &Value) {
        let club_id: ClubId = id_of(club).parse().unwrap();
        let (user_id, session_id) = (UserId(Uuid::nil()), SessionId(Uuid::nil()));
        let admin = Asking { user_id, session_id, role: Role::Admin };
        approve_club(&self.platform, admin, club_id).await.unwrap();
    }

    /// Somebody new in the club, let in by its owner where that is needed.
    pub async fn member(&self, owner: &Person, club: &str, username: &str) -> Person {
        let person = self.register(username).await;
        let joined = person.rest(&format!("POST /clubs/{club}/members")).await.expect(201).json();
        if joined["status"] == "requested" {
            owner.rest(&format!("POST /clubs/{club}/members/{}/accept", person.id)).await.expect(200);
        }
        person
    }

    pub async fn officer(&self, owner: &Person, club: &str, username: &str) -> Person {
        let person = self.member(owner, club, username).await;
        let appoint = owner.rest(&format!("PATCH /clubs/{club}/members/{}", person.id));
        appoint.json(json!({ "role": "officer" })).await.expect(200);
        person
    }
}

fn id_of(club: &Value) -> String {
    club["id"].as_str().unwrap().to_owned()
}
