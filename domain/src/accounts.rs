//! People: who they are, how they sign in, what they chose, and what their role lets them do.

mod email;
mod password;
mod person;
mod preferences;
mod role;
mod username;
mod views;

pub use email::Email;
pub use password::Password;
pub use person::{BIO_MAX_CHARS, DISPLAY_NAME_MAX_CHARS, ProfileEdit, Visibility, parse_bio, parse_display_name};
pub use preferences::{Choices, Language, Preferences, PreferencesEdit, Theme};
pub use role::Role;
pub use username::Username;
pub use views::{Account, AccountRow, PublicProfile, SessionView};

#[cfg(feature = "server")]
mod store;
#[cfg(feature = "server")]
mod use_cases;
#[cfg(feature = "server")]
pub use use_cases::*;
