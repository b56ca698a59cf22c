//! The colours can be read: every pair of tokens.css's contrast table, in both themes and in every hue, measured as
//! WCAG does.

use std::collections::HashMap;

use super::sources::{keep, root};

/// Lightness, chroma, hue.
#[derive(Clone, Copy, Debug)]
struct Oklch([f64; 3]);

impl Oklch {
    /// Relative luminance, after the screen clipped what it cannot show.
    fn luminance(self) -> f64 {
        let [lightness, chroma, hue] = self.0;
        let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
        let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let medium = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
        let red = 4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short;
        let green = -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short;
        let blue = -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701 * short;
        let [red, green, blue] = [red, green, blue].map(as_shown);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// Linear light of a channel as the screen shows it: clipped, and in 256 steps.
fn as_shown(linear: f64) -> f64 {
    let clipped = linear.clamp(0.0, 1.0);
    let encoded = if clipped <= 0.003_130_8 { 12.92 * clipped } else { 1.055 * clipped.powf(1.0 / 2.4) - 0.055 };
    let shown = (encoded * 255.0).round() / 255.0;
    if shown <= 0.040_45 { shown / 12.92 } else { ((shown + 0.055) / 1.055).powf(2.4) }
}

fn contrast(one: Oklch, other: Oklch) -> f64 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// `--hue`, `--chroma` and `--glow` of one class.
type Hue = HashMap<String, f64>;

fn hues(css: &str) -> Vec<(String, Hue)> {
    let lines = css.lines().filter(|line| line.contains("--hue:"));
    lines
        .map(|line| {
            let (name, rest) = line.split_once('{').unwrap();
            let values = rest.trim_end_matches('}').trim_end().trim_end_matches('}').split(';');
            let pairs = values.filter_map(|pair| pair.split_once(':'));
            let values = pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().parse().unwrap()));
            (name.trim().to_owned(), values.collect())
        })
        .collect()
}

/// The light and the dark text of every `--token: light-dark(…, …);`.
fn tokens(css: &str) -> HashMap<String, [String; 2]> {
    let lines = css.lines().filter_map(|line| line.trim().split_once(": light-dark("));
    lines
        .map(|(name, pair)| {
            let (light, dark) = pair.trim_end_matches(");").split_once("), ").unwrap();
            (name.to_owned(), [light.to_owned(), dark.to_owned()])
        })
        .collect()
}

fn colour(text: &str, hue: &Hue) -> Oklch {
    let parts = text.trim_start_matches("oklch(").trim_end_matches(')').split_whitespace();
    let number = |part: &str| match part.strip_prefix("var(").map(|name| name.trim_end_matches(')')) {
        Some(name) => hue[name],
        None => part.parse().unwrap_or_else(|_| panic!("{text} is no colour this test can read")),
    };
    let values: Vec<f64> = parts.map(number).collect();
    Oklch(values.try_into().unwrap_or_else(|_| panic!("{text} is not lightness, chroma and hue")))
}

fn table(css: &str) -> Vec<(String, String, f64)> {
    let lines = css.lines().filter_map(|line| line.trim().strip_prefix("/* contrast: ")?.strip_suffix(" */"));
    lines
        .map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            (words[0].to_owned(), words[2].to_owned(), words[3].parse().unwrap())
        })
        .collect()
}

#[test]
fn every_pair_of_the_contrast_table_can_be_read_in_both_themes_and_every_hue() {
    let read = |name: &str| std::fs::read_to_string(root().join("style").join(name)).unwrap();
    let css = read("tokens.css");
    let (tokens, hues, table) = (tokens(&css), hues(&read("hues.css")), table(&css));
    assert!(table.len() > 40 && hues.len() > 20 && tokens.len() > 20, "the tables were found");
    let mut broken = Vec::new();
    for (above, below, least) in &table {
        for (hue_name, hue) in &hues {
            for (theme, index) in [("light", 0), ("dark", 1)] {
                let of = |token: &str| colour(&tokens[token][index], hue);
                let found = contrast(of(above), of(below));
                if found < *least {
                    broken.push(format!("{above} on {below}, {theme}, {hue_name}: {found:.2}, wanted {least}"));
                }
            }
        }
    }
    keep("Every pair of the contrast table reaches its ratio.", &broken);
}

#[test]
fn the_measure_agrees_with_known_pairs() {
    let (white, black) = (Oklch([1.0, 0.0, 0.0]), Oklch([0.0, 0.0, 0.0]));
    assert!((contrast(white, black) - 21.0).abs() < 0.01);
    // #767676 on white is the classic 4.54.
    let grey = Oklch([0.566_6, 0.0, 0.0]);
    assert!((contrast(grey, white) - 4.54).abs() < 0.06, "{}", contrast(grey, white));
}
