//! Demo data: a few people to sign in as. Loaded into an empty database only, never in production.

use domain::accounts::{FirstAdmin, Role, ensure_account};
use domain::outcome::Outcome;
use domain::platform::Platform;

use crate::settings::Settings;

/// The same for everybody in the demo: it is printed, and means nothing anywhere else.
const DEMO_PASSWORD: &str = "foyer-demo-2026";

struct DemoPerson {
    username: &'static str,
    email: &'static str,
    role: Role,
}

const PEOPLE: [DemoPerson; 4] = [
    DemoPerson { username: "admin", email: "admin@foyer.example", role: Role::Admin },
    DemoPerson { username: "olivia", email: "olivia@foyer.example", role: Role::Organizer },
    DemoPerson { username: "amir", email: "amir@foyer.example", role: Role::Attendee },
    DemoPerson { username: "bea", email: "bea@foyer.example", role: Role::Attendee },
];

/// Somebody to sign in as.
#[derive(Clone, Debug)]
pub struct DemoLogin {
    pub username: &'static str,
    pub role: Role,
}

pub async fn load(platform: &Platform) -> Outcome<Vec<DemoLogin>> {
    for person in &PEOPLE {
        let wanted =
            FirstAdmin { username: person.username.into(), email: person.email.into(), password: DEMO_PASSWORD.into() };
        ensure_account(platform, &wanted, person.role).await?;
    }
    Ok(PEOPLE.iter().map(|person| DemoLogin { username: person.username, role: person.role }).collect())
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
