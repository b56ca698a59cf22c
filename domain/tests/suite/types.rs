//! Values come back as they went in.

use domain::accounts::{
    PreferencesEdit, Registration, Visit, edit_preferences, identify_caller, register_user, see_account,
    see_preferences,
};
use domain::platform::{HandClock, Platform};

pub async fn what_is_stored_is_what_was_given(platform: Platform, clock: HandClock) {
    let request = Registration {
        username: "Zoë".replace('ë', "e"),
        email: "zoe@example.org".into(),
        password: "correct horse".into(),
        language: Some("de-AT".into()),
        time_zone: Some("Europe/Vienna".into()),
    };
    clock.turn(std::time::Duration::from_micros(123_456));
    let signed_in = register_user(&platform, &Visit::default(), request).await.unwrap();
    let caller = identify_caller(&platform, &signed_in.tokens.access_token).await.unwrap();
    let account = see_account(&platform, caller).await.unwrap();
    assert_eq!(account, signed_in.account);
    assert_eq!(account.created_at.to_string(), "2026-11-21T18:00:00.123456Z");

    let edit = PreferencesEdit { email_marketing: Some(true), theme: Some("dark".into()), ..Default::default() };
    let edited = edit_preferences(&platform, caller, edit).await.unwrap();
    let seen = see_preferences(&platform, caller).await.unwrap();
    assert_eq!(seen, edited);
    assert_eq!((seen.language.code(), seen.time_zone.as_str(), seen.version), ("de", "Europe/Vienna", 2));
    assert!(seen.choices.email_marketing && seen.choices.email_reminders);
}
