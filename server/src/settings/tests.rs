//! What a configuration is refused for.

use super::{Mode, SETTINGS, Settings};
use std::collections::HashMap;

fn read(pairs: &[(&str, &str)]) -> Result<Settings, crate::settings::Misconfigured> {
    let folder = std::env::temp_dir().join(format!("foyer-settings-{}", std::process::id()));
    let mut values: HashMap<String, String> = pairs.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    values.entry("FOYER_DATA".into()).or_insert_with(|| folder.display().to_string());
    let settings = Settings::from_values(values);
    let _ = std::fs::remove_dir_all(folder);
    settings
}

#[test]
fn without_any_configuration_it_runs_alone() {
    let settings = read(&[]).unwrap();
    assert_eq!(settings.mode, Mode::Local);
    assert!(settings.secret.reveal().len() >= 32);
    assert!(!settings.secure_cookies());
}

#[test]
fn production_names_everything_that_is_missing_at_once() {
    let problems = read(&[("FOYER_ADDRESS", "0.0.0.0:80"), ("FOYER_ADMIN_EMAIL", "a@example.org")]).unwrap_err().0;
    for wanted in ["FOYER_SECRET", "SMTP_URL", "FOYER_PUBLIC_URL", "FOYER_ADMIN_PASSWORD"] {
        assert!(problems.iter().any(|problem| problem.contains(wanted)), "{wanted} in {problems:?}");
    }
}

#[test]
fn production_takes_no_demo_accounts_and_no_short_secrets() {
    let complete = [
        ("FOYER_MODE", "production"),
        ("FOYER_PUBLIC_URL", "https://tickets.example.org/"),
        ("SMTP_URL", "smtp://mail.example.org"),
    ];
    let with = |more: &[(&str, &str)]| read(&[&complete, more].concat());
    assert!(with(&[("FOYER_SECRET", "short")]).is_err());
    assert!(with(&[("FOYER_SECRET", &"ab".repeat(20))]).is_err());
    let secret = ("FOYER_SECRET", "0123456789012345678901234567890123456789");
    assert!(with(&[secret, ("FOYER_DEMO", "true")]).is_err());
    let settings = with(&[secret]).unwrap();
    assert!(settings.secure_cookies());
    assert_eq!(settings.public_url, "https://tickets.example.org");
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let problems = read(&[
        ("FOYER_ADDRESS", "nowhere"),
        ("FOYER_PUBLIC_URL", "https://ex ample"),
        ("FOYER_LOG_FORMAT", "xml"),
        ("FOYER_MAIL_FROM", "nonsense"),
        ("FOYER_DEMO", "perhaps"),
    ]);
    let problems = problems.unwrap_err().0;
    for wanted in ["FOYER_ADDRESS", "FOYER_PUBLIC_URL", "FOYER_LOG_FORMAT", "FOYER_MAIL_FROM", "FOYER_DEMO"] {
        assert!(problems.iter().any(|problem| problem.contains(wanted)), "{wanted} in {problems:?}");
    }
    for url in ["https://a.example?x=1", "https://", "ftp://a.example", "a.example", "https://a.example#b"] {
        assert!(read(&[("FOYER_MODE", "local"), ("FOYER_PUBLIC_URL", url)]).is_err(), "{url}");
    }
}

#[test]
fn an_open_address_is_never_local_by_accident() {
    assert!(read(&[("FOYER_ADDRESS", "0.0.0.0:8080")]).is_err());
    assert_eq!(read(&[("FOYER_ADDRESS", "0.0.0.0:8080"), ("FOYER_MODE", "local")]).unwrap().mode, Mode::Local);
}

#[test]
fn secrets_never_show_in_a_log() {
    let settings = read(&[("FOYER_SECRET", "0123456789012345678901234567890123456789")]).unwrap();
    assert!(!format!("{settings:?}").contains("0123456789"));
}

#[test]
fn the_example_file_lists_every_setting_with_its_default() {
    let example = include_str!("../../../.env.example");
    for setting in SETTINGS {
        assert!(example.contains(&format!("{}=", setting.name)), "{} is missing in .env.example", setting.name);
    }
}
