//! A1 to A7: everything about people, as programs do it.

mod email_change;
mod mail_links;
mod notices;
mod organizers;
mod passwords;
mod payment_account;
mod picture;
mod preferences;
mod profile;
mod public_profile;
mod refreshing;
mod registering;
mod sessions;
mod signing_in;
mod users;
