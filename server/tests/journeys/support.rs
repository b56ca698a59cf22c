//! What every journey stands on: a server over a fresh database, and people who call it.

mod answer;
mod app;
mod caller;
mod clubs;
mod database;
mod events;
mod folder;
mod mail;
mod people;
mod png;
mod push;
mod site;
mod token;
mod venues;

pub use answer::Answer;
pub use app::{TestApp, travel};
pub use caller::{Call, Caller};
pub use database::Kind;
pub use events::{event_body, event_path};
pub use mail::token_in;
pub use people::{PASSWORD, Person};
pub use png::png;
pub use push::Reader;
pub use site::CSS;
pub use token::{SECRET, claims_of, forge};
pub use venues::{plan_body, seats_of, venue_path};

/// Runs each journey once on SQLite and once on PostgreSQL. Stands at the top of a file, as its table of contents.
macro_rules! journeys {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                $crate::support::travel($crate::support::Kind::Sqlite, super::$name).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                $crate::support::travel($crate::support::Kind::Postgres, super::$name).await;
            })+
        }
    };
}
