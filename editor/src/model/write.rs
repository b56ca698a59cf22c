//! The plan as JSON, written at once as it is: what serde would add to a download is five times as much.

use std::fmt::Write as _;

use domain::venues::{Background, RowDraft, SectionKind, Shape, ShapeKind};
use uuid::Uuid;

use super::numbers::Numbers;
use super::{Part, Sketch};

/// With the ids the server knows. The version is the one that was edited.
pub fn json(sketch: &Sketch, numbers: &Numbers, version: i64) -> String {
    let mut json = Json { text: String::new(), numbers };
    json.open('{');
    json.number("version", version);
    json.number("width", sketch.width.into());
    json.number("height", sketch.height.into());
    if let Some(background) = &sketch.background {
        json.background(background);
    }
    json.list("shapes");
    sketch.shapes.iter().for_each(|shape| json.shape(shape));
    json.close(']');
    json.list("sections");
    sketch.parts.iter().for_each(|part| json.part(part));
    json.close(']');
    json.close('}');
    json.text
}

struct Json<'a> {
    text: String,
    numbers: &'a Numbers,
}

impl Json<'_> {
    fn open(&mut self, bracket: char) {
        if !self.text.ends_with(['{', '[', ':']) && !self.text.is_empty() {
            self.text.push(',');
        }
        self.text.push(bracket);
    }

    fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    fn name(&mut self, name: &str) {
        if !self.text.ends_with('{') {
            self.text.push(',');
        }
        // Writing into a text cannot fail, here and below.
        let _ = write!(self.text, "\"{name}\":");
    }

    fn number(&mut self, name: &str, number: i64) {
        self.name(name);
        let _ = write!(self.text, "{number}");
    }

    fn list(&mut self, name: &str) {
        self.name(name);
        self.text.push('[');
    }

    /// What somebody typed or pasted may be anything.
    fn words(&mut self, name: &str, words: &str) {
        self.name(name);
        self.text.push('"');
        for letter in words.chars() {
            match letter {
                '"' | '\\' => self.text.extend(['\\', letter]),
                control if control < ' ' => drop(write!(self.text, "\\u{:04x}", u32::from(control))),
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }

    fn id(&mut self, id: Option<Uuid>) {
        if let Some(id) = id.and_then(|id| self.numbers.outside(id)) {
            self.name("id");
            let _ = write!(self.text, "\"{id}\"");
        }
    }

    fn place(&mut self, x: i32, y: i32) {
        self.number("x", x.into());
        self.number("y", y.into());
    }

    fn size(&mut self, width: i32, height: i32) {
        self.number("width", width.into());
        self.number("height", height.into());
    }

    fn background(&mut self, background: &Background) {
        self.name("background");
        self.open('{');
        self.words("picture_id", &background.picture_id.to_string());
        self.place(background.x, background.y);
        self.size(background.width, background.height);
        self.number("opacity", background.opacity.into());
        self.close('}');
    }

    fn shape(&mut self, shape: &Shape) {
        self.open('{');
        let kind = match shape.kind {
            ShapeKind::Stage => "stage",
            ShapeKind::Rectangle => "rectangle",
            ShapeKind::Ellipse => "ellipse",
            ShapeKind::Text => "text",
        };
        self.words("kind", kind);
        self.words("label", &shape.label);
        self.place(shape.x, shape.y);
        self.size(shape.width, shape.height);
        self.number("rotation", shape.rotation.into());
        self.close('}');
    }

    fn part(&mut self, part: &Part) {
        let head = &part.head;
        self.open('{');
        self.id(head.id.map(|id| id.0));
        self.words("name", &head.name);
        self.words("kind", head.kind.code());
        if let Some(capacity) = head.capacity.filter(|_| head.kind == SectionKind::Standing) {
            self.number("capacity", capacity.into());
        }
        self.number("zone", head.zone.into());
        if let Some(entrance) = &head.entrance {
            self.words("entrance", entrance);
        }
        self.list("area");
        for corner in &head.area {
            self.open('{');
            self.place(corner.x, corner.y);
            self.close('}');
        }
        self.close(']');
        self.list("rows");
        part.rows.iter().for_each(|row| self.row(row));
        self.close(']');
        self.close('}');
    }

    fn row(&mut self, row: &RowDraft) {
        self.open('{');
        self.id(row.id.map(|id| id.0));
        self.words("label", &row.label);
        if let Some(line) = &row.line {
            self.name("line");
            self.open('{');
            self.place(line.x, line.y);
            self.number("spacing", line.spacing.into());
            self.number("rotation", line.rotation.into());
            if let Some(radius) = line.radius {
                self.number("radius", radius.into());
            }
            self.close('}');
        }
        self.list("seats");
        for seat in &row.seats {
            self.open('{');
            self.id(seat.id.map(|id| id.0));
            self.words("label", &seat.label);
            self.place(seat.x, seat.y);
            for (name, so) in [("accessible", seat.accessible), ("companion", seat.companion)] {
                if so {
                    self.name(name);
                    self.text.push_str("true");
                }
            }
            self.close('}');
        }
        self.close(']');
        self.close('}');
    }
}
