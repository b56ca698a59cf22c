//! A line of the table, and how it is tried.

use super::people::People;
use crate::support::{Answer, Caller, png};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Visitor,
    /// The owner of what the row is about.
    Attendee,
    /// Another attendee.
    Other,
    Organizer,
    Admin,
    Suspended,
    /// With an access token that ran out.
    Expired,
}

/// The owner comes last: what they do to their own things must not be what the others meet.
pub const ORDER: [Who; 7] =
    [Who::Visitor, Who::Other, Who::Organizer, Who::Admin, Who::Suspended, Who::Expired, Who::Attendee];

#[derive(Clone, Copy)]
enum Body {
    None,
    Json(&'static str),
    Form(&'static str),
    Picture,
}

pub struct Row {
    /// `GET /users/{id}`, or `accounts/log_in`.
    pub target: &'static str,
    /// What is sent; `$words` are filled in for each caller.
    body: Body,
    /// In the order of [`Who`].
    expected: [u16; 7],
    pub needs_messages: bool,
}

pub const fn get(target: &'static str, expected: [u16; 7]) -> Row {
    Row { target, body: Body::None, expected, needs_messages: false }
}

pub const fn json(target: &'static str, body: &'static str, expected: [u16; 7]) -> Row {
    Row { body: Body::Json(body), ..get(target, expected) }
}

pub const fn picture(target: &'static str, expected: [u16; 7]) -> Row {
    Row { body: Body::Picture, ..get(target, expected) }
}

pub const fn function(target: &'static str, body: &'static str, expected: [u16; 7]) -> Row {
    Row { body: Body::Form(body), ..get(target, expected) }
}

impl Row {
    /// About something that only exists once messages were handled.
    pub const fn after_messages(mut self) -> Self {
        self.needs_messages = true;
        self
    }

    /// As the description of the API writes it: `$session` is its `{id}`.
    pub fn operation(&self) -> String {
        let named = |part: &str| if part.starts_with('$') { "{id}".to_owned() } else { part.to_owned() };
        self.target.split('/').map(named).collect::<Vec<_>>().join("/")
    }

    pub fn expected(&self, who: Who) -> u16 {
        self.expected[who as usize]
    }

    pub async fn send(&self, people: &People, who: Who) -> Answer {
        let caller: Caller = people.caller(who);
        let fill = |text: &str| people.fill(text, who);
        match self.body {
            Body::None => caller.rest(&fill(self.target)).await,
            Body::Json(body) => caller.rest(&fill(self.target)).body("application/json", fill(body)).await,
            Body::Picture => caller.rest(self.target).body("image/png", png(8, 8)).await,
            Body::Form(body) => {
                caller.function(self.target).body("application/x-www-form-urlencoded", fill(body)).await
            }
        }
    }
}
