//! Figures of venues in words, and the inks of their price zones.

use domain::venues::PlanFacts;

pub fn seats(count: usize) -> String {
    match count {
        1 => "1 seat".into(),
        count => format!("{count} seats"),
    }
}

/// How many fit in, and how.
pub fn places(facts: &PlanFacts) -> String {
    let seated = usize::try_from(facts.seats).unwrap_or_default();
    match (facts.seats, facts.standing) {
        (_, 0) => seats(seated),
        (0, standing) => format!("{standing} standing"),
        (_, standing) => format!("{}, {standing} standing", seats(seated)),
    }
}

/// Neighbouring zones are far apart on the circle of hues.
pub fn zone_hue(zone: i32) -> &'static str {
    const HUES: [&str; 12] = [
        "hue-165", "hue-30", "hue-255", "hue-75", "hue-300", "hue-210", "hue-345", "hue-120", "hue-240", "hue-0",
        "hue-285", "hue-45",
    ];
    usize::try_from(zone).ok().and_then(|zone| HUES.get(zone).copied()).unwrap_or(HUES[0])
}
