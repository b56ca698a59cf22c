//! Times as people read them, in their own zone and language. Only the server does this: formatting in the
//! browser too would need the zone data there and could disagree with what the server had drawn.

use jiff::tz::TimeZone;

use super::{Moment, Timestamp};
use crate::accounts::Language;

/// "Sat 21 Nov 2026, 19:00 CET": weekday and zone always, so that nobody has to guess.
pub fn show_moment(at: Timestamp, zone: &str, language: Language) -> Moment {
    let zoned = in_zone(at, zone);
    let text = format!(
        "{} {}, {} {}",
        weekday(&zoned, language),
        date(&zoned, language),
        zoned.strftime("%H:%M"),
        zoned.strftime("%Z")
    );
    Moment { at, text }
}

/// "21 November 2026", for things whose hour nobody asks for.
pub fn show_date(at: Timestamp, zone: &str, language: Language) -> Moment {
    Moment { at, text: date(&in_zone(at, zone), language) }
}

pub fn is_known_zone(name: &str) -> bool {
    jiff::tz::db().get(name).is_ok()
}

pub fn parse_zone(raw: &str) -> Result<String, String> {
    const ZONE_MAX_BYTES: usize = 64;
    if raw.len() <= ZONE_MAX_BYTES && is_known_zone(raw) {
        Ok(raw.to_owned())
    } else {
        Err("Choose a time zone like Europe/Berlin.".into())
    }
}

/// The zones to choose from: places people know, not the historical aliases.
pub fn known_zones() -> Vec<String> {
    const AREAS: [&str; 8] =
        ["Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/"];
    let mut zones: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.as_str().to_owned())
        .filter(|name| name == "UTC" || name.starts_with("Pacific/") || AREAS.iter().any(|area| name.starts_with(area)))
        .collect();
    zones.sort();
    zones
}

fn in_zone(at: Timestamp, zone: &str) -> jiff::Zoned {
    let instant = jiff::Timestamp::from_microsecond(at.as_micros()).unwrap_or_default();
    instant.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC))
}

fn weekday(zoned: &jiff::Zoned, language: Language) -> &'static str {
    let names = match language {
        Language::English => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        Language::German => ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    };
    let index = usize::try_from(zoned.weekday().to_monday_zero_offset()).unwrap_or(0);
    names.get(index).copied().unwrap_or_default()
}

fn date(zoned: &jiff::Zoned, language: Language) -> String {
    const ENGLISH: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const GERMAN: [&str; 12] = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    let month = usize::try_from(zoned.month() - 1).unwrap_or(0);
    match language {
        Language::English => {
            format!("{} {} {}", zoned.day(), ENGLISH.get(month).copied().unwrap_or_default(), zoned.year())
        }
        Language::German => {
            format!("{}. {} {}", zoned.day(), GERMAN.get(month).copied().unwrap_or_default(), zoned.year())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_known_zone, known_zones, show_date, show_moment};
    use crate::accounts::Language;
    use crate::time::Timestamp;

    #[test]
    fn a_time_is_shown_in_the_readers_zone_across_the_change_of_the_clocks() {
        let winter = Timestamp::parse("2026-11-21T18:00:00Z").unwrap();
        let summer = Timestamp::parse("2026-07-21T18:00:00Z").unwrap();
        assert_eq!(show_moment(winter, "Europe/Berlin", Language::English).text, "Sat 21 November 2026, 19:00 CET");
        assert_eq!(show_moment(summer, "Europe/Berlin", Language::German).text, "Di 21. Juli 2026, 20:00 CEST");
        assert_eq!(show_date(winter, "Pacific/Auckland", Language::English).text, "22 November 2026");
    }

    #[test]
    fn zones_are_places_and_every_listed_one_is_known() {
        let zones = known_zones();
        assert!(zones.len() > 300);
        assert!(zones.iter().all(|zone| is_known_zone(zone)));
        assert!(!is_known_zone("Europe/Atlantis"));
    }
}
