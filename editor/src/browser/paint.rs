//! The drawing: one picture of everything that lies in the window, painted anew for each frame that needs it.

mod seats;

use domain::venues::{Background, Point, Shape, ShapeKind};
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlImageElement};

use super::desk::{Desk, Gesture, Hand};
use super::inks::Inks;
use super::page::find;
use crate::camera::whole;
use crate::model::Sketch;
use crate::model::find::Frame;
use crate::model::pick::{Pick, Selection};

/// What painting needs to know, in dots of the screen.
struct Painter<'a> {
    on: &'a CanvasRenderingContext2d,
    hand: &'a Hand,
    selection: &'a Selection,
    /// How far what is picked has been dragged.
    by: (i32, i32),
}

pub fn paint(desk: Desk) {
    let canvas = desk.canvas();
    let context = canvas.get_context("2d").ok().flatten();
    let Some(on) = context.and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok()) else { return };
    desk.hand(&mut |hand| {
        if hand.inks.are_old(canvas) {
            hand.inks = Inks::read(canvas);
        }
    });
    desk.with_hand(&mut |hand| {
        desk.see(&mut |editor| {
            let by = if let Gesture::Move { by, .. } = hand.gesture { by } else { (0, 0) };
            let painter = Painter { on: &on, hand, selection: &editor.selection, by };
            painter.paint(&editor.sketch);
        });
    });
}

impl Painter<'_> {
    fn paint(&self, sketch: &Sketch) {
        let (width, height) = (self.hand.size.0 * self.hand.density, self.hand.size.1 * self.hand.density);
        self.fill(&self.hand.inks.paper);
        self.on.fill_rect(0.0, 0.0, width, height);
        let (left, top) = self.at(0, 0);
        self.fill(&self.hand.inks.sheet);
        self.on.fill_rect(left, top, self.long(sketch.width), self.long(sketch.height));
        if let Some(background) = &sketch.background {
            self.picture(background);
        }
        for (index, shape) in sketch.shapes.iter().enumerate() {
            self.shape(shape, self.selection.has(Pick::Shape(index)));
        }
        for (s, part) in sketch.parts.iter().enumerate() {
            self.area(&part.head.area, part.head.zone, self.selection.has(Pick::Section(s)), &part.head.name);
        }
        for (s, part) in sketch.parts.iter().enumerate() {
            self.part(s, part);
        }
        if let Gesture::Marquee { from, to, .. } = self.hand.gesture {
            self.marquee(Frame::between(from, to));
        }
    }

    fn at(&self, x: i32, y: i32) -> (f64, f64) {
        let (x, y) = self.hand.camera.on_screen(x, y);
        (x * self.hand.density, y * self.hand.density)
    }

    fn long(&self, length: i32) -> f64 {
        f64::from(length) * self.hand.camera.scale * self.hand.density
    }

    fn fill(&self, ink: &str) {
        self.on.set_fill_style_str(ink);
    }

    fn outline(&self, ink: &str, width: f64) {
        self.on.set_stroke_style_str(ink);
        self.on.set_line_width(width * self.hand.density);
        self.on.stroke();
    }

    fn picture(&self, background: &Background) {
        let image = find("[data-picture]").and_then(|image| image.dyn_into::<HtmlImageElement>().ok());
        let Some(image) = image.filter(|image| image.complete() && image.natural_width() > 0) else { return };
        let (x, y) = self.at(background.x, background.y);
        let (width, height) = (self.long(background.width), self.long(background.height));
        self.on.set_global_alpha(f64::from(background.opacity) / 100.0);
        // A picture that cannot be drawn leaves an empty sheet, which says so well enough.
        let _ = self.on.draw_image_with_html_image_element_and_dw_and_dh(&image, x, y, width, height);
        self.on.set_global_alpha(1.0);
    }

    fn shape(&self, shape: &Shape, is_picked: bool) {
        let by = if is_picked { self.by } else { (0, 0) };
        let (x, y) = self.at(shape.x + by.0 + shape.width / 2, shape.y + by.1 + shape.height / 2);
        let (width, height) = (self.long(shape.width), self.long(shape.height));
        self.on.save();
        // Turned around its middle; what cannot be turned stays straight.
        let _ = self.on.translate(x, y);
        let _ = self.on.rotate(f64::from(shape.rotation).to_radians());
        self.on.begin_path();
        if shape.kind == ShapeKind::Ellipse {
            let _ = self.on.ellipse(0.0, 0.0, width / 2.0, height / 2.0, 0.0, 0.0, std::f64::consts::TAU);
        } else {
            self.on.rect(-width / 2.0, -height / 2.0, width, height);
        }
        let inks = &self.hand.inks;
        if shape.kind != ShapeKind::Text {
            self.fill(&inks.paper);
            self.on.fill();
        }
        if is_picked || shape.kind != ShapeKind::Text {
            self.outline(if is_picked { &inks.accent } else { &inks.line }, if is_picked { 2.0 } else { 1.0 });
        }
        self.words(&shape.label, 0.0, 0.0, (height / 2.0).min(width / 5.0).min(self.long(120)), &inks.ink);
        self.on.restore();
    }

    fn area(&self, area: &[Point], zone: i32, is_picked: bool, name: &str) {
        let by = if is_picked { self.by } else { (0, 0) };
        let Some(first) = area.first() else { return };
        self.on.begin_path();
        let (mut x, mut y) = (0.0, 0.0);
        for (index, corner) in area.iter().enumerate() {
            let at = self.at(corner.x + by.0, corner.y + by.1);
            if index == 0 {
                self.on.move_to(at.0, at.1);
            } else {
                self.on.line_to(at.0, at.1);
            }
            (x, y) = (x + at.0, y + at.1);
        }
        self.on.close_path();
        let ink = self.hand.inks.zone(zone);
        self.on.set_global_alpha(0.14);
        self.fill(ink);
        self.on.fill();
        self.on.set_global_alpha(1.0);
        self.outline(ink, if is_picked { 3.0 } else { 1.0 });
        let corners = f64::from(u32::try_from(area.len()).unwrap_or(1));
        let wide = area.iter().map(|corner| (corner.x - first.x).abs()).max().unwrap_or_default();
        self.words(name, x / corners, y / corners, (self.long(wide) / 6.0).min(self.long(90)), ink);
    }

    fn words(&self, words: &str, x: f64, y: f64, size: f64, ink: &str) {
        if size < 7.0 * self.hand.density || words.is_empty() {
            return;
        }
        self.fill(ink);
        self.on.set_font(&format!("600 {}px {}", whole(size), self.hand.inks.letters));
        self.on.set_text_align("center");
        self.on.set_text_baseline("middle");
        // Words that cannot be drawn stand in the list beside.
        let _ = self.on.fill_text(words, x, y);
    }

    fn marquee(&self, frame: Frame) {
        let (x, y) = self.at(frame.left, frame.top);
        let (width, height) = (self.long(frame.right - frame.left), self.long(frame.bottom - frame.top));
        self.on.begin_path();
        self.on.rect(x, y, width, height);
        self.on.set_global_alpha(0.12);
        self.fill(&self.hand.inks.accent);
        self.on.fill();
        self.on.set_global_alpha(1.0);
        self.outline(&self.hand.inks.accent, 1.0);
    }
}
