//! A line of the table, and how it is tried.

use super::people::People;
use super::table::Sent;
use crate::support::Answer;

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

pub struct Row {
    /// `GET /users/{id}`, or `accounts/log_in`.
    pub target: &'static str,
    /// What is sent; `$words` are filled in for each caller.
    sent: Sent,
    /// In the order of [`Who`].
    expected: [u16; 7],
    pub needs_messages: bool,
}

pub const fn get(target: &'static str, expected: [u16; 7]) -> Row {
    Row { target, sent: Sent::Nothing, expected, needs_messages: false }
}

pub const fn json(target: &'static str, body: &'static str, expected: [u16; 7]) -> Row {
    Row { sent: Sent::Json(body), ..get(target, expected) }
}

pub const fn picture(target: &'static str, expected: [u16; 7]) -> Row {
    Row { sent: Sent::Picture, ..get(target, expected) }
}

pub const fn function(target: &'static str, body: &'static str, expected: [u16; 7]) -> Row {
    Row { sent: Sent::Form(body), ..get(target, expected) }
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
        self.sent.to(self.target, &people.caller(who), |text| people.fill(text, who)).await
    }
}
