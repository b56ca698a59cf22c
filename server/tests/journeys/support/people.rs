//! Somebody with an account.

use std::ops::Deref;
use std::sync::atomic::Ordering;

use domain::accounts::{FirstAdmin, Role, ensure_account};
use serde_json::{Value, json};

use super::app::TestApp;
use super::caller::Caller;

pub const PASSWORD: &str = "correct horse battery";

/// Calls as a program with their access token.
#[derive(Clone)]
pub struct Person {
    pub id: String,
    pub username: String,
    pub access_token: String,
    pub refresh_token: String,
    caller: Caller,
}

impl Deref for Person {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.caller
    }
}

impl Person {
    fn signed_in(caller: &Caller, answer: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let access_token = text(&answer["access_token"]);
        Self {
            id: text(&answer["user"]["id"]),
            username: text(&answer["user"]["username"]),
            caller: caller.with_bearer(&access_token),
            access_token,
            refresh_token: text(&answer["refresh_token"]),
        }
    }
}

impl TestApp {
    /// A new attendee. Everybody comes from an address of their own, so that nobody uses up another's tries.
    pub async fn register(&self, username: &str) -> Person {
        let caller = self.visitor().at(&self.new_address());
        let body = json!({ "username": username, "email": format!("{username}@example.org"), "password": PASSWORD });
        let answer = caller.rest("POST /auth/register").json(body).await.expect(201);
        Person::signed_in(&caller, &answer.json())
    }

    /// Another sign-in of somebody.
    pub async fn sign_in(&self, username: &str) -> Person {
        let caller = self.visitor().at(&self.new_address());
        let body = json!({ "login": username, "password": PASSWORD });
        let answer = caller.rest("POST /auth/login").json(body).await.expect(200);
        Person::signed_in(&caller, &answer.json())
    }

    pub async fn admin(&self, username: &str) -> Person {
        self.with_role(username, Role::Admin).await
    }

    pub async fn with_role(&self, username: &str, role: Role) -> Person {
        let email = format!("{username}@example.org");
        let wanted = FirstAdmin { username: username.to_owned(), email, password: PASSWORD.to_owned() };
        ensure_account(&self.platform, &wanted, role).await.unwrap();
        self.sign_in(username).await
    }

    /// A browser somebody is signed in with.
    pub async fn signed_in_browser(&self, username: &str) -> Caller {
        let browser = self.browser().at(&self.new_address());
        let fields = [("login", username), ("password", PASSWORD)];
        browser.function("accounts/log_in").form(&fields).await.expect(200);
        browser
    }

    pub fn new_address(&self) -> String {
        let number = self.people_made.fetch_add(1, Ordering::SeqCst);
        format!("10.{}.{}.{}", number / 62_500, number / 250 % 250, number % 250 + 1)
    }
}
