//! A seat plan: what it is made of, what somebody hands in for one, what is wrong with that, and how rows and labels
//! are made by rule. Nothing of it needs a server, so an editor in the browser follows the same rules.

mod check;
mod check_ids;
mod document;
mod draft;
mod labels;
mod number;
mod problems;
mod rows;

pub use check::check_plan;
pub use check_ids::KnownIds;
pub use document::{Background, Plan, Point, Row, RowLine, Seat, Section, SectionFacts, SectionKind, Shape, ShapeKind};
pub use draft::{PlanDraft, RowDraft, SeatDraft, SectionDraft};
pub use labels::{LABELS_START_MAX, RowRule, RowStyle, SeatFrom, SeatNumbers, SeatRule, row_labels, seat_labels};
pub use number::number_plan;
pub use problems::PLAN_PROBLEMS_MAX;
pub use rows::{Block, SPACING_MAX, SPACING_MIN, lay_block, lay_row};

/// 20,000 seats must do; beyond this a plan is several.
pub const PLAN_SEATS_MAX: usize = 25_000;
pub const PLAN_SECTIONS_MAX: usize = 200;
pub const SECTION_ROWS_MAX: usize = 200;
pub const ROW_SEATS_MAX: usize = 500;
pub const SECTION_CAPACITY_MAX: i32 = 100_000;
pub const SECTION_NAME_MAX_CHARS: usize = 60;
pub const ENTRANCE_MAX_CHARS: usize = 60;
pub const ROW_LABEL_MAX_CHARS: usize = 20;
pub const SEAT_LABEL_MAX_CHARS: usize = 10;
/// Corners of the outline of a section.
pub const AREA_POINTS_MIN: usize = 3;
pub const AREA_POINTS_MAX: usize = 64;
pub const SHAPES_MAX: usize = 200;
pub const SHAPE_LABEL_MAX_CHARS: usize = 80;
/// A kilometre, in centimetres.
pub const PLAN_SIDE_MAX: i32 = 100_000;
pub const PLAN_SIDE_MIN: i32 = 100;
/// What is left around everything when nobody said how large the plan is.
pub const PLAN_MARGIN: i32 = 100;
/// Colours that tell the price zones apart.
pub const ZONES: i32 = 12;
/// Versions nothing takes place by are kept this far back, for those who want to undo what they saved.
pub const PLAN_VERSIONS_KEPT: i64 = 10;
/// A plan of the most seats there may be, written with generous white space.
pub const PLAN_BYTES_MAX: usize = 8 * 1024 * 1024;
