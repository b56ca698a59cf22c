//! What happens inside an event, and what of it cannot happen at the same time.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::edit::Edit;
use crate::ids::{AgendaItemId, UserId};
use crate::refusal::EventRefusal;
use crate::text::{parse_line, parse_paragraphs};
use crate::time::Timestamp;

/// More than a month of days filled from morning to night.
pub const SESSIONS_MAX: usize = 500;
pub const SESSION_TITLE_MAX_CHARS: usize = 140;
pub const SESSION_DESCRIPTION_MAX_CHARS: usize = 5_000;
pub const ROOM_MAX_CHARS: usize = 80;
pub const SPEAKER_NAME_MAX_CHARS: usize = 80;

/// A change to a session, or all there is to say of a new one. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionEdit {
    pub title: Option<String>,
    pub description: Option<String>,
    pub starts_at: Option<String>,
    pub ends_at: Option<String>,
    pub room: Edit<String>,
    pub speaker_name: Edit<String>,
    pub speaker_id: Edit<UserId>,
    pub capacity: Edit<i64>,
    /// The version that was edited; when it is no longer the newest, the edit is refused.
    pub version: Option<i64>,
}

/// Everything that may be changed about a session.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "server", derive(sqlx::FromRow))]
pub struct SessionFields {
    pub title: String,
    pub description: String,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub room: Option<String>,
    pub speaker_name: Option<String>,
    pub speaker_id: Option<UserId>,
    pub capacity: Option<i32>,
}

pub fn parse_session_title(raw: &str) -> Result<String, String> {
    let title = parse_line(raw, SESSION_TITLE_MAX_CHARS)?;
    if title.is_empty() { Err("Give the session a title.".into()) } else { Ok(title) }
}

pub fn parse_session_description(raw: &str) -> Result<String, String> {
    parse_paragraphs(raw, SESSION_DESCRIPTION_MAX_CHARS)
}

/// White space between words is one space: two rooms that look the same are the same.
pub fn parse_room(raw: &str) -> Result<Option<String>, String> {
    Ok(one_space(parse_line(raw, ROOM_MAX_CHARS)?))
}

pub fn parse_speaker_name(raw: &str) -> Result<Option<String>, String> {
    Ok(one_space(parse_line(raw, SPEAKER_NAME_MAX_CHARS)?))
}

/// Nothing typed is nothing said.
fn one_space(text: String) -> Option<String> {
    Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
}

impl SessionFields {
    /// One that ends when the other starts is not in its way.
    fn overlaps(&self, other: &Self) -> bool {
        self.starts_at < other.ends_at && other.starts_at < self.ends_at
    }

    /// Where an account is named it says who speaks; names are compared without their capitals.
    fn shares_speaker_with(&self, other: &Self) -> bool {
        match (self.speaker_id, other.speaker_id) {
            (Some(one), Some(another)) => one == another,
            _ => is_same(self.speaker_name.as_deref(), other.speaker_name.as_deref()),
        }
    }

    /// What stands in the way of this session, among the others of its event.
    pub fn clash<'a>(
        &self,
        own: Option<AgendaItemId>,
        others: impl Iterator<Item = (AgendaItemId, &'a Self)>,
    ) -> Result<(), EventRefusal> {
        let meanwhile = others.filter(|(id, other)| Some(*id) != own && self.overlaps(other));
        for (_, other) in meanwhile {
            if is_same(self.room.as_deref(), other.room.as_deref()) {
                return Err(EventRefusal::RoomTaken { by: other.title.clone() });
            }
            if self.shares_speaker_with(other) {
                return Err(EventRefusal::SpeakerTaken { by: other.title.clone() });
            }
        }
        Ok(())
    }

    pub fn lies_within(&self, starts_at: Timestamp, ends_at: Timestamp) -> bool {
        starts_at <= self.starts_at && self.ends_at <= ends_at
    }

    /// It goes along with the event it is in.
    pub fn move_along(&mut self, moved: impl Fn(Timestamp, Timestamp) -> (Timestamp, Timestamp)) {
        (self.starts_at, self.ends_at) = moved(self.starts_at, self.ends_at);
    }
}

/// All that happens in an event goes along with it: by the hour, or, where the clocks would bring two of them into one room
/// at a time, by as much time as passes.
pub fn move_all(
    all: &[SessionFields],
    by_hour: impl Fn(Timestamp, Timestamp) -> (Timestamp, Timestamp),
    by_time: impl Fn(Timestamp, Timestamp) -> (Timestamp, Timestamp),
) -> Vec<SessionFields> {
    let mut moved = all.to_vec();
    moved.iter_mut().for_each(|session| session.move_along(&by_hour));
    let clashes = moved.iter().enumerate().any(|(place, session)| {
        let earlier = moved.iter().take(place).map(|other| (AgendaItemId(Uuid::nil()), other));
        session.clash(None, earlier).is_err()
    });
    if clashes {
        moved = all.to_vec();
        moved.iter_mut().for_each(|session| session.move_along(&by_time));
    }
    moved
}

fn is_same(one: Option<&str>, another: Option<&str>) -> bool {
    matches!((one, another), (Some(one), Some(another)) if one.to_lowercase() == another.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{SessionFields, parse_room};
    use crate::ids::{AgendaItemId, UserId};
    use crate::refusal::EventRefusal;
    use crate::time::Timestamp;
    use proptest::prelude::proptest;
    use uuid::Uuid;

    fn session(from: i64, to: i64) -> SessionFields {
        SessionFields {
            title: format!("{from} to {to}"),
            description: String::new(),
            starts_at: Timestamp::from_seconds(from),
            ends_at: Timestamp::from_seconds(to),
            room: None,
            speaker_name: None,
            speaker_id: None,
            capacity: None,
        }
    }

    fn clash(one: &SessionFields, other: &SessionFields) -> Result<(), EventRefusal> {
        one.clash(None, std::iter::once((AgendaItemId(Uuid::nil()), other)))
    }

    #[test]
    fn a_room_holds_one_session_at_a_time() {
        let room = |from, to, room: &str| SessionFields { room: Some(room.into()), ..session(from, to) };
        let taken = Err(EventRefusal::RoomTaken { by: "0 to 10".into() });
        for (from, to) in [(0, 10), (9, 11), (-1, 1), (2, 3), (-1, 11)] {
            assert_eq!(clash(&room(from, to, "ÄULA"), &room(0, 10, "äula")), taken);
        }
        for (from, to) in [(10, 11), (-1, 0)] {
            assert_eq!(clash(&room(from, to, "Aula"), &room(0, 10, "Aula")), Ok(()), "back to back");
        }
        assert_eq!(clash(&room(0, 10, "Aula"), &room(0, 10, "Foyer")), Ok(()));
        assert_eq!(clash(&session(0, 10), &session(0, 10)), Ok(()), "nowhere is no room");
        let own = AgendaItemId(Uuid::from_u128(1));
        assert_eq!(room(0, 10, "Aula").clash(Some(own), std::iter::once((own, &room(0, 10, "Aula")))), Ok(()));
    }

    #[test]
    fn nobody_speaks_in_two_places() {
        let named = |name: &str| SessionFields { speaker_name: Some(name.into()), ..session(0, 10) };
        let person = |id| SessionFields { speaker_id: Some(UserId(Uuid::from_u128(id))), ..session(0, 10) };
        let taken = Err(EventRefusal::SpeakerTaken { by: "0 to 10".into() });
        assert_eq!(clash(&named("Ada"), &named("ADA")), taken);
        assert_eq!(clash(&person(1), &person(1)), taken);
        assert_eq!((clash(&person(1), &person(2)), clash(&named("Ada"), &person(1))), (Ok(()), Ok(())));
        let namesake = |id| SessionFields { speaker_name: Some("Ada".into()), ..person(id) };
        assert_eq!(clash(&namesake(1), &namesake(2)), Ok(()), "two people of one name");
        assert_eq!(clash(&namesake(1), &named("ada")), taken, "it may be them");
    }

    #[test]
    fn a_room_that_is_not_said_is_none() {
        assert_eq!((parse_room("  ").unwrap(), parse_room(" Room  1 ").unwrap()), (None, Some("Room 1".into())));
        assert!(parse_room(&"x".repeat(81)).is_err());
    }

    proptest! {
        #[test]
        fn a_clash_is_mutual(a in 0_i64..50, b in 1_i64..20, c in 0_i64..50, d in 1_i64..20) {
            let room = |from, length| SessionFields { room: Some("Aula".into()), ..session(from, from + length) };
            let (one, other) = (room(a, b), room(c, d));
            assert_eq!(clash(&one, &other).is_err(), clash(&other, &one).is_err());
        }
    }
}
