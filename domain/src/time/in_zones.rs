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

/// "Sat 21 Nov 2026, 19:00", for lists whose readers are where it takes place; others need the zone, too.
pub fn show_short(at: Timestamp, zone: &str, language: Language, with_zone: bool) -> Moment {
    let zoned = in_zone(at, zone);
    let month: String = month(&zoned, language).chars().take(3).collect();
    let dot = if language == Language::German { "." } else { "" };
    let zone_name = if with_zone { zoned.strftime(" %Z").to_string() } else { String::new() };
    let (weekday, day, year) = (weekday(&zoned, language), zoned.day(), zoned.year());
    Moment { at, text: format!("{weekday} {day}{dot} {month} {year}, {}{zone_name}", zoned.strftime("%H:%M")) }
}

/// "21 November 2026", for things whose hour nobody asks for.
pub fn show_date(at: Timestamp, zone: &str, language: Language) -> Moment {
    Moment { at, text: date(&in_zone(at, zone), language) }
}

/// "Saturday 21 November 2026".
pub fn show_day(at: Timestamp, zone: &str, language: Language) -> String {
    let zoned = in_zone(at, zone);
    format!("{} {}", whole_weekday(&zoned, language), date(&zoned, language))
}

/// "Sat 21 November 2026, 19:00–22:00 CET"; both days where it ends on another, unless that is only past midnight.
pub fn show_span(from: Timestamp, to: Timestamp, zone: &str, language: Language) -> Moment {
    const NIGHT_ENDS: i8 = 6;
    let (start, end) = (in_zone(from, zone), in_zone(to, zone));
    let last_day = if end.hour() < NIGHT_ENDS { end.date().yesterday().unwrap_or(end.date()) } else { end.date() };
    if last_day <= start.date() {
        let day = format!("{} {}", weekday(&start, language), date(&start, language));
        return Moment { at: from, text: format!("{day}, {}", times(&start, &end)) };
    }
    let (from_text, to_text) = (show_moment(from, zone, language).text, show_moment(to, zone, language).text);
    Moment { at: from, text: format!("{from_text} – {to_text}") }
}

/// "19:00–22:00": for what has its day above it, and its zone.
pub fn show_time_span(from: Timestamp, to: Timestamp, zone: &str) -> Moment {
    let (start, end) = (in_zone(from, zone), in_zone(to, zone));
    Moment { at: from, text: format!("{}–{}", start.strftime("%H:%M"), end.strftime("%H:%M")) }
}

/// "19:00", with the zone for those who are elsewhere.
pub fn show_hour(at: Timestamp, zone: &str, with_zone: bool) -> Moment {
    let zoned = in_zone(at, zone);
    Moment { at, text: zoned.strftime(if with_zone { "%H:%M %Z" } else { "%H:%M" }).to_string() }
}

/// "November 2026".
pub fn show_month(at: Timestamp, zone: &str, language: Language) -> String {
    let zoned = in_zone(at, zone);
    format!("{} {}", month(&zoned, language), zoned.year())
}

/// The zone twice where the clocks change in between.
fn times(start: &jiff::Zoned, end: &jiff::Zoned) -> String {
    let (from, to) = (start.strftime("%Z").to_string(), end.strftime("%Z").to_string());
    let changed = if from == to { String::new() } else { format!(" {from}") };
    format!("{}{changed}–{} {to}", start.strftime("%H:%M"), end.strftime("%H:%M"))
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

fn whole_weekday(zoned: &jiff::Zoned, language: Language) -> &'static str {
    let names = match language {
        Language::English => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        Language::German => ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    };
    let index = usize::try_from(zoned.weekday().to_monday_zero_offset()).unwrap_or(0);
    names.get(index).copied().unwrap_or_default()
}

fn weekday(zoned: &jiff::Zoned, language: Language) -> &'static str {
    let names = match language {
        Language::English => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        Language::German => ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    };
    let index = usize::try_from(zoned.weekday().to_monday_zero_offset()).unwrap_or(0);
    names.get(index).copied().unwrap_or_default()
}

fn month(zoned: &jiff::Zoned, language: Language) -> &'static str {
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
    let names = match language {
        Language::English => ENGLISH,
        Language::German => GERMAN,
    };
    let index = usize::try_from(zoned.month() - 1).unwrap_or(0);
    names.get(index).copied().unwrap_or_default()
}

fn date(zoned: &jiff::Zoned, language: Language) -> String {
    let dot = if language == Language::German { "." } else { "" };
    format!("{}{dot} {} {}", zoned.day(), month(zoned, language), zoned.year())
}

#[cfg(test)]
mod tests {
    use super::{is_known_zone, known_zones, show_date, show_day, show_moment, show_short, show_span};
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
    fn an_evening_is_one_day_even_past_midnight_and_a_festival_is_not() {
        let time = |text| Timestamp::parse(text).unwrap();
        let span = |from, to, zone| show_span(time(from), time(to), zone, Language::English).text;
        let evening = span("2026-11-21T18:00:00Z", "2026-11-22T01:00:00Z", "Europe/Berlin");
        assert_eq!(evening, "Sat 21 November 2026, 19:00–02:00 CET");
        let festival = span("2026-11-20T16:00:00Z", "2026-11-22T20:00:00Z", "Europe/Berlin");
        assert_eq!(festival, "Fri 20 November 2026, 17:00 CET – Sun 22 November 2026, 21:00 CET");
        let short = |zone, with_zone| show_short(time("2026-03-21T18:00:00Z"), zone, Language::German, with_zone).text;
        assert_eq!(
            (short("UTC", true), short("UTC", false)),
            ("Sa 21. Mär 2026, 18:00 UTC".into(), "Sa 21. Mär 2026, 18:00".into())
        );
        let night = span("2026-10-24T22:00:00Z", "2026-10-25T03:00:00Z", "Europe/Berlin");
        assert_eq!(night, "Sun 25 October 2026, 00:00 CEST–04:00 CET");
        assert_eq!(
            show_day(time("2026-11-21T18:00:00Z"), "Europe/Berlin", Language::German),
            "Samstag 21. November 2026"
        );
    }

    #[test]
    fn zones_are_places_and_every_listed_one_is_known() {
        let zones = known_zones();
        assert!(zones.len() > 300);
        assert!(zones.iter().all(|zone| is_known_zone(zone)));
        assert!(!is_known_zone("Europe/Atlantis"));
    }
}
