//! The people of the demo.

use std::collections::HashMap;

use domain::accounts::{
    Caller, FirstAdmin, PreferencesEdit, ProfileEdit, Role, edit_preferences, edit_profile, ensure_account,
};
use domain::ids::SessionId;
use domain::outcome::{Fault, Outcome};
use domain::platform::Platform;

use super::{DEMO_PASSWORD, DemoLogin};

struct DemoPerson {
    username: &'static str,
    name: &'static str,
    role: Role,
    visibility: &'static str,
    bio: &'static str,
}

const fn person(
    username: &'static str,
    name: &'static str,
    role: Role,
    visibility: &'static str,
    bio: &'static str,
) -> DemoPerson {
    DemoPerson { username, name, role, visibility, bio }
}

/// The first of each role are the ones to sign in as.
const PEOPLE: [DemoPerson; 14] = [
    person("admin", "Agnes Demo", Role::Admin, "members", "Looks after this demo."),
    person(
        "olivia",
        "Olivia Okafor",
        Role::Organizer,
        "everyone",
        "Programmes the student theatre. Believes that a matinée at eleven is still a matinée.",
    ),
    person("amir", "Amir Haddad", Role::Attendee, "everyone", "Second row, on the aisle. Always."),
    person("bea", "Bea Lindqvist", Role::Attendee, "members", "Sings alto, and bakes for the premiere."),
    person("chen", "Chen Wei", Role::Attendee, "everyone", "Physics by day, jazz on Thursdays."),
    person(
        "dariusz",
        "Dariusz Wójcik",
        Role::Organizer,
        "everyone",
        "Chess club. We meet in the library until they close it.",
    ),
    person("emilia", "Emilia Sørensen", Role::Attendee, "everyone", "Paints sets, then paints herself out of them."),
    person(
        "farah",
        "Farah Rahimi",
        Role::Organizer,
        "everyone",
        "Film nights with an introduction of at most five minutes.",
    ),
    person("giulio", "Giulio Conti", Role::Attendee, "nobody", "Prefers not to be seen."),
    person("hana", "Hana Novotná", Role::Attendee, "everyone", "Reads the programme before the play, and again after."),
    person("ines", "Inês Carvalho", Role::Attendee, "members", "Collects tickets. Real ones."),
    person("jonas", "Jonas Grünwald-Oberhausen", Role::Attendee, "everyone", "Light and sound, for whoever asks."),
    person(
        "kwame",
        "Kwame Mensah",
        Role::Organizer,
        "everyone",
        "Debating society. The motion is that there is a motion.",
    ),
    person("lotte", "Lotte van den Berg", Role::Attendee, "everyone", "First year. Looking for a choir."),
];

const LOGINS: [&str; 4] = ["admin", "olivia", "amir", "bea"];

/// Everybody by their username, ready to act.
pub struct People(HashMap<&'static str, Caller>);

impl People {
    pub fn find(&self, username: &str) -> Outcome<Caller> {
        let found = self.0.get(username).copied();
        Ok(found.ok_or_else(|| Fault::new(format!("nobody in the demo is called {username}")))?)
    }
}

pub fn logins() -> Vec<DemoLogin> {
    let logins = PEOPLE.iter().filter(|person| LOGINS.contains(&person.username));
    logins.map(|person| DemoLogin { username: person.username, role: person.role }).collect()
}

pub async fn add(platform: &Platform) -> Outcome<People> {
    let mut people = HashMap::new();
    for person in &PEOPLE {
        if let Some(caller) = add_person(platform, person).await? {
            people.insert(person.username, caller);
        }
    }
    Ok(People(people))
}

async fn add_person(platform: &Platform, person: &DemoPerson) -> Outcome<Option<Caller>> {
    let wanted = FirstAdmin {
        username: person.username.into(),
        email: format!("{}@foyer.example", person.username),
        password: DEMO_PASSWORD.into(),
    };
    let Some(user_id) = ensure_account(platform, &wanted, person.role).await? else { return Ok(None) };
    let session_id: SessionId = platform.random.id(platform.clock.now());
    let caller = Caller { user_id, session_id, role: person.role };
    let profile = ProfileEdit {
        display_name: Some(person.name.into()),
        bio: Some(person.bio.into()),
        visibility: Some(person.visibility.into()),
        ..Default::default()
    };
    edit_profile(platform, caller, profile).await?;
    let chosen = PreferencesEdit { time_zone: Some("Europe/Berlin".into()), ..Default::default() };
    edit_preferences(platform, caller, chosen).await?;
    Ok(Some(caller))
}
