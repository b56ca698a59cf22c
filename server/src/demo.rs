//! Demo data: people to sign in as and to find, and what they do together. Loaded into an empty database only, never in
//! production, and through the same doors as everything else.

mod clubs;
mod events;
mod people;
mod promotions;
mod venues;

use domain::accounts::{Role, is_unused};
use domain::outcome::Outcome;
use domain::platform::Platform;

use crate::settings::Settings;

/// The same for everybody in the demo: it is printed, and means nothing anywhere else.
const DEMO_PASSWORD: &str = "foyer-demo-2026";

/// Somebody to sign in as.
#[derive(Clone, Debug)]
pub struct DemoLogin {
    pub username: &'static str,
    pub role: Role,
}

pub async fn load(platform: &Platform) -> Outcome<Vec<DemoLogin>> {
    if is_unused(platform).await? {
        let people = people::add(platform).await?;
        clubs::add(platform, &people).await?;
        venues::add(platform, &people).await?;
        events::add(platform, &people).await?;
        promotions::add(platform, &people).await?;
    }
    Ok(people::logins())
}

/// Says where to go, and whom to sign in as.
pub fn announce(settings: &Settings, logins: &[DemoLogin]) {
    println!();
    println!("  Foyer is at {}", settings.public_url);
    if !logins.is_empty() {
        println!();
        println!("  Sign in as");
        for login in logins {
            println!("    {:<8} {DEMO_PASSWORD}   ({})", login.username, login.role.label().to_lowercase());
        }
    }
    if settings.smtp_url.is_none() {
        println!();
        println!("  Mails are kept at {}/dev/mailbox", settings.public_url);
    }
    println!();
}
