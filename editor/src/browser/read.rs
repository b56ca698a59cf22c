//! Reading a plan. The browser's own reader does the work: ours would be another fifteen KiB to download.

use std::sync::Arc;

use domain::ids::{PictureId, RowId, SeatId, SectionId};
use domain::venues::{Background, Point, RowDraft, RowLine, SeatDraft, SectionKind, Shape, ShapeKind};
use js_sys::{Array, JSON, Reflect};
use uuid::Uuid;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::camera::whole;
use crate::model::{Part, Sketch};

/// Something that was read. What is not there reads as nothing.
pub struct Read(JsValue);

impl Read {
    pub fn text_of(json: &str) -> Option<Self> {
        JSON::parse(json).ok().filter(JsValue::is_object).map(Self)
    }

    pub fn get(&self, name: &str) -> Self {
        Self(Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED))
    }

    pub fn text(&self, name: &str) -> String {
        self.get(name).0.as_string().unwrap_or_default()
    }

    pub fn number(&self, name: &str) -> Option<i32> {
        self.get(name).0.as_f64().map(whole)
    }

    fn length(&self, name: &str) -> i32 {
        self.number(name).unwrap_or_default()
    }

    fn is(&self, name: &str) -> bool {
        self.get(name).0.is_truthy()
    }

    fn some(&self, name: &str) -> Option<Self> {
        Some(self.get(name)).filter(|read| read.0.is_object())
    }

    pub fn id(&self, name: &str) -> Option<Uuid> {
        let text = self.text(name);
        let mut number = 0;
        for letter in text.chars().filter(|letter| *letter != '-') {
            number = number << 4 | u128::from(letter.to_digit(16)?);
        }
        (text.len() == 36).then(|| Uuid::from_u128(number))
    }

    /// By reference, so that this is compiled once.
    pub fn each(&self, name: &str, act: &mut dyn FnMut(&Self)) {
        let list = self.get(name).0.dyn_into::<Array>().unwrap_or_default();
        (0..list.length()).for_each(|index| act(&Self(list.get(index))));
    }
}

/// Nothing when there are no sections in it: then it is something else. With it comes its version.
pub fn plan(json: &str) -> Option<(Sketch, i64)> {
    let read = Read::text_of(json).filter(|read| Array::is_array(&read.get("sections").0))?;
    let mut sketch = Sketch {
        width: read.length("width"),
        height: read.length("height"),
        background: read.some("background").and_then(|read| background(&read)),
        ..Sketch::default()
    };
    read.each("shapes", &mut |read| sketch.shapes.push(shape(read)));
    read.each("sections", &mut |read| sketch.parts.push(Arc::new(section(read))));
    sketch.grow();
    Some((sketch, read.length("version").into()))
}

fn background(read: &Read) -> Option<Background> {
    Some(Background {
        picture_id: PictureId(read.id("picture_id")?),
        x: read.length("x"),
        y: read.length("y"),
        width: read.length("width"),
        height: read.length("height"),
        opacity: read.length("opacity"),
    })
}

fn shape(read: &Read) -> Shape {
    Shape {
        kind: match read.text("kind").as_str() {
            "rectangle" => ShapeKind::Rectangle,
            "ellipse" => ShapeKind::Ellipse,
            "text" => ShapeKind::Text,
            _ => ShapeKind::Stage,
        },
        label: read.text("label"),
        x: read.length("x"),
        y: read.length("y"),
        width: read.length("width"),
        height: read.length("height"),
        rotation: read.length("rotation"),
    }
}

fn section(read: &Read) -> Part {
    let is_standing = read.text("kind") == SectionKind::Standing.code();
    let mut part = Part::default();
    part.head.id = read.id("id").map(SectionId);
    part.head.name = read.text("name");
    part.head.kind = if is_standing { SectionKind::Standing } else { SectionKind::Seated };
    part.head.capacity = read.number("capacity");
    part.head.zone = read.length("zone");
    part.head.entrance = Some(read.text("entrance")).filter(|entrance| !entrance.is_empty());
    read.each("area", &mut |read| part.head.area.push(Point { x: read.length("x"), y: read.length("y") }));
    read.each("rows", &mut |read| part.rows.push(Arc::new(row(read))));
    part
}

fn row(read: &Read) -> RowDraft {
    let line = |read: Read| RowLine {
        x: read.length("x"),
        y: read.length("y"),
        spacing: read.length("spacing"),
        rotation: read.length("rotation"),
        radius: read.number("radius"),
    };
    let mut row = RowDraft { id: read.id("id").map(RowId), label: read.text("label"), ..RowDraft::default() };
    row.line = read.some("line").map(line);
    read.each("seats", &mut |read| {
        row.seats.push(SeatDraft {
            id: read.id("id").map(SeatId),
            label: read.text("label"),
            x: read.length("x"),
            y: read.length("y"),
            accessible: read.is("accessible"),
            companion: read.is("companion"),
        });
    });
    row
}
