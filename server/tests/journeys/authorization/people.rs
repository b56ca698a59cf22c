//! Everybody a row is tried with.

use std::time::Duration;

use domain::accounts::Role;
use serde_json::json;

use super::row::Who;
use crate::support::{Caller, PASSWORD, Person, TestApp, claims_of};

pub struct People {
    /// In the order of [`Who`], without the visitor.
    persons: Vec<Person>,
    visitor: Caller,
    /// Whom admins try things on.
    bystander: Person,
    expired: String,
    session: String,
    notice: String,
    category: String,
    push_device: String,
    number: usize,
}

const BROWSER_KEY: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
const BROWSER_SECRET: &str = "BTBZMqHH6r4Tts7J_aSIgg";
const NAMES: [&str; 6] = ["attendee", "other", "organizer", "admin", "suspended", "expired"];

impl People {
    pub async fn gather(app: &TestApp, root: &Person, number: usize, with_messages: bool) -> Self {
        let mut persons = Vec::new();
        for name in NAMES {
            persons.push(app.register(&format!("{name}{number}")).await);
        }
        let bystander = app.register(&format!("bystander{number}")).await;
        let change = async |person: &Person, body| {
            root.rest(&format!("PATCH /users/{}", person.id)).json(body).await.expect(200);
        };
        change(&persons[2], json!({ "role": "organizer" })).await;
        change(&persons[3], json!({ "role": "admin" })).await;
        change(&persons[4], json!({ "suspended": true })).await;
        let owner = &persons[0];
        let second = app.sign_in(&owner.username).await;
        let notice = if with_messages { newest_notice(app, owner).await } else { String::new() };
        let category = json!({ "name": format!("Kind {number}") });
        let category = root.rest("POST /categories").json(category).await.expect(201).json();
        Self {
            category: category["id"].as_str().unwrap().to_owned(),
            push_device: push_device(&second, number).await,
            expired: expired_token(app, &persons[5]),
            session: claims_of(&second.access_token)["sid"].as_str().unwrap().to_owned(),
            visitor: app.visitor().at(&app.new_address()),
            persons,
            bystander,
            notice,
            number,
        }
    }

    fn person(&self, who: Who) -> Option<&Person> {
        (who as usize).checked_sub(1).map(|index| &self.persons[index])
    }

    pub fn caller(&self, who: Who) -> Caller {
        match self.person(who) {
            None => self.visitor.clone(),
            Some(person) if who == Who::Expired => person.with_bearer(&self.expired),
            Some(person) => person.with_bearer(&person.access_token),
        }
    }

    pub fn fill(&self, text: &str, who: Who) -> String {
        let own = |of: fn(&Person) -> &String| self.person(who).map_or("nobody", |person| of(person));
        text.replace("$bystander", &self.bystander.id)
            .replace("$session", &self.session)
            .replace("$notice", &self.notice)
            .replace("$category", &self.category)
            .replace("$push_device", &self.push_device)
            .replace("$new", &format!("new-{}-{who:?}", self.number))
            .replace("$refresh", own(|person| &person.refresh_token))
            .replace("$me", own(|person| &person.username))
            .replace("$password", PASSWORD)
    }
}

async fn newest_notice(app: &TestApp, person: &Person) -> String {
    app.handle_messages().await;
    let notices = person.rest("GET /users/me/notifications").await.expect(200).json();
    notices["items"][0]["id"].as_str().unwrap().to_owned()
}

async fn push_device(person: &Person, number: usize) -> String {
    let endpoint = format!("https://fcm.googleapis.com/fcm/send/{number}");
    let body = json!({ "endpoint": endpoint, "keys": { "p256dh": BROWSER_KEY, "auth": BROWSER_SECRET } });
    let device = person.rest("POST /users/me/push-devices").json(body).await.expect(201).json();
    device["id"].as_str().unwrap().to_owned()
}

/// Their own token, made a quarter of an hour ago.
pub fn expired_token(app: &TestApp, person: &Person) -> String {
    let claims = claims_of(&person.access_token);
    let id = |name: &str| claims[name].as_str().unwrap().parse::<uuid::Uuid>().unwrap();
    let then = app.platform.clock.now().minus(Duration::from_secs(15 * 60));
    app.platform.access_tokens.issue(id("sub").into(), id("sid").into(), Role::Attendee, then).unwrap()
}
