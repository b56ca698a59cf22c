//! What the venues' pages are given to show: times already in the reader's zone and language, plans already drawn.

#[cfg(feature = "ssr")]
pub mod show;

use domain::ids::{ClubId, PictureId};
use domain::time::Moment;
use domain::venues::{PlanFacts, SectionKind, ShapeKind, Venue};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VenuesShown {
    pub venues: Vec<Venue>,
    pub next_cursor: Option<String>,
    pub total: i64,
    pub signed_in: bool,
    pub may_add: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VenuePageShown {
    pub venue: Venue,
    pub plan: Option<PlanDrawn>,
    /// For those who look after it.
    pub versions: Vec<VersionShown>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionShown {
    pub facts: PlanFacts,
    pub at: Moment,
    /// How many events take place by it.
    pub uses: i64,
}

/// A venue to be edited, or the place for a new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VenueFormShown {
    pub venue: Option<Venue>,
    /// The clubs whoever asks may add it for.
    pub clubs: Vec<(ClubId, String)>,
    /// Whether it may be nobody's club's.
    pub for_everybody: bool,
    /// Where whoever asks is.
    pub time_zone: String,
    pub time_zones: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanEditorShown {
    pub venue: Venue,
    pub plan: Option<PlanDrawn>,
}

/// A plan as a picture: not a seat is named in it, so that twenty thousand of them are still a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDrawn {
    pub facts: PlanFacts,
    pub at: Moment,
    pub width: i32,
    pub height: i32,
    pub background: Option<BackgroundDrawn>,
    pub shapes: Vec<ShapeDrawn>,
    pub sections: Vec<SectionDrawn>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackgroundDrawn {
    pub picture_id: PictureId,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    pub opacity: i32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShapeDrawn {
    pub kind: ShapeKind,
    pub label: String,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    pub rotation: i32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionDrawn {
    pub name: String,
    pub kind: SectionKind,
    pub zone: i32,
    pub entrance: Option<String>,
    pub places: usize,
    pub rows: usize,
    pub accessible: usize,
    pub companion: usize,
    /// Its outline, as the corners of a polygon.
    pub outline: String,
    /// Its seats as dots of one line each; those for wheelchairs apart.
    pub seats: String,
    pub wheelchairs: String,
    /// Where its name stands.
    pub middle: (i32, i32),
    pub size: (i32, i32),
}
