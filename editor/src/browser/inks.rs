//! The colours of the drawing, as the page has them now: by day or by night.

use web_sys::Element;

use super::page::{find, window};

#[derive(Clone, Debug, Default)]
pub struct Inks {
    pub ink: String,
    pub paper: String,
    pub sheet: String,
    pub line: String,
    pub accent: String,
    /// What words are set in.
    pub letters: String,
    pub zones: Vec<String>,
}

impl Inks {
    /// Read from elements that wear them: a drawing knows nothing of style sheets.
    pub fn read(canvas: &Element) -> Self {
        let of = |property: &str| colour(canvas, property);
        let mut zones = Vec::new();
        let mut next = find(".plan-inks > i");
        while let Some(zone) = next {
            zones.push(colour(&zone, "color"));
            next = zone.next_element_sibling();
        }
        Self {
            ink: of("color"),
            paper: of("background-color"),
            sheet: of("border-left-color"),
            line: of("border-right-color"),
            accent: of("caret-color"),
            letters: of("font-family"),
            zones,
        }
    }

    /// Whether the page has changed its colours since they were read.
    pub fn are_old(&self, canvas: &Element) -> bool {
        self.ink != colour(canvas, "color")
    }

    pub fn zone(&self, zone: i32) -> &str {
        let zone = usize::try_from(zone).ok().and_then(|zone| self.zones.get(zone));
        zone.map_or(self.ink.as_str(), String::as_str)
    }
}

fn colour(element: &Element, property: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}
