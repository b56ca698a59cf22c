//! What everything in the editor works on.

use std::cell::RefCell;

use domain::venues::Point;
use web_sys::{Element, Event, HtmlCanvasElement};

use super::inks::Inks;
use super::list::Pieces;
use super::page::{find, on_next_frame, window};
use super::{list, paint};
use crate::camera::{Camera, whole};
use crate::model::find::Frame;
use crate::model::history::Editor;
use crate::model::pick::Selection;

const NOTHING_PICKED: &str = "Pick some seats, rows or a section first.";

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Gesture {
    #[default]
    None,
    Pan {
        last: (f64, f64),
    },
    /// Two fingers move the sheet and spread it. The place of the other one.
    Pinch {
        first: (i32, (f64, f64)),
        second: (i32, (f64, f64)),
    },
    /// What is picked follows the pointer.
    Move {
        from: Point,
        by: (i32, i32),
    },
    Marquee {
        from: Point,
        to: Point,
        adds: bool,
    },
}

/// What changes many times a second and is only drawn.
#[derive(Default)]
pub struct Hand {
    pub camera: Camera,
    pub gesture: Gesture,
    /// The one finger that lies on the drawing.
    pub finger: Option<(i32, (f64, f64))>,
    /// Of the window, in its own pixels.
    pub size: (f64, f64),
    pub density: f64,
    pub inks: Inks,
    pub space_is_held: bool,
    pub is_saving: bool,
    will_paint: bool,
    /// The list and the buttons are behind the plan.
    is_behind: bool,
}

/// What lies on it lives as long as the page.
#[derive(Clone, Copy)]
pub struct Desk(&'static On);

struct On {
    venue_id: String,
    editor: RefCell<Editor>,
    hand: RefCell<Hand>,
    canvas: HtmlCanvasElement,
    /// The list as it was drawn last.
    listed: RefCell<Pieces>,
}

impl Desk {
    pub fn new(venue_id: String, canvas: HtmlCanvasElement) -> Self {
        Self(Box::leak(Box::new(On {
            venue_id,
            editor: RefCell::default(),
            hand: RefCell::default(),
            canvas,
            listed: RefCell::default(),
        })))
    }

    /// Changes the plan or what is picked. The page follows with the next frame. (By reference, so that this is
    /// compiled once and not for each of its many callers.)
    pub fn edit(self, act: &mut dyn FnMut(&mut Editor)) {
        if let Ok(mut editor) = self.0.editor.try_borrow_mut() {
            act(&mut editor);
        }
        self.hand(&mut |hand| hand.is_behind = true);
        self.repaint();
    }

    /// Does it with what is picked, or answers that nothing is.
    pub fn on_picked(self, act: &mut dyn FnMut(&mut Editor, &Selection)) -> Result<(), &'static str> {
        let mut done = Err(NOTHING_PICKED);
        self.edit(&mut |editor| {
            let selection = editor.selection.clone();
            if !selection.is_empty() {
                act(editor, &selection);
                done = Ok(());
            }
        });
        done
    }

    pub fn see(self, look: &mut dyn FnMut(&Editor)) {
        if let Ok(editor) = self.0.editor.try_borrow() {
            look(&editor);
        }
    }

    /// Changes what is only drawn.
    pub fn hand(self, act: &mut dyn FnMut(&mut Hand)) {
        if let Ok(mut hand) = self.0.hand.try_borrow_mut() {
            act(&mut hand);
        }
    }

    pub fn with_hand(self, look: &mut dyn FnMut(&Hand)) {
        if let Ok(hand) = self.0.hand.try_borrow() {
            look(&hand);
        }
    }

    pub fn canvas(self) -> &'static HtmlCanvasElement {
        &self.0.canvas
    }

    pub fn venue_id(self) -> &'static str {
        &self.0.venue_id
    }

    pub fn list_anew(self, pieces: Pieces, list: &Element) {
        if let Ok(mut listed) = self.0.listed.try_borrow_mut() {
            pieces.replace(&listed, list);
            *listed = pieces;
        }
    }

    pub fn is_saved(self) -> bool {
        let mut is_saved = true;
        self.see(&mut |editor| is_saved = editor.is_saved());
        is_saved
    }

    /// The last thing that happened, in words.
    pub fn say(self, words: &str) {
        if let Some(said) = find("#plan-said") {
            said.set_text_content(Some(words));
        }
    }

    /// However often it is asked for, a frame is painted once.
    pub fn repaint(self) {
        let mut was_asked = false;
        self.hand(&mut |hand| was_asked = std::mem::replace(&mut hand.will_paint, true));
        if !was_asked {
            on_next_frame(move || self.frame());
        }
    }

    fn frame(self) {
        let mut is_behind = false;
        self.hand(&mut |hand| {
            hand.will_paint = false;
            is_behind = std::mem::take(&mut hand.is_behind);
        });
        paint::paint(self);
        if is_behind {
            self.show_state();
            list::show(self);
        }
    }

    /// The drawing is as large as the page lets it be, in as many dots as the screen has.
    pub fn measure(self) {
        let density = window().device_pixel_ratio();
        let canvas = self.canvas();
        let (width, height) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        canvas.set_width(whole(width * density).unsigned_abs());
        canvas.set_height(whole(height * density).unsigned_abs());
        self.hand(&mut |hand| {
            hand.size = (width, height);
            hand.density = density;
        });
        self.repaint();
    }

    pub fn fit(self) {
        let mut all = Frame { left: 0, top: 0, right: 0, bottom: 0 };
        self.see(&mut |editor| (all.right, all.bottom) = (editor.sketch.width, editor.sketch.height));
        self.show(all);
    }

    /// Brings it into the window.
    pub fn show(self, frame: Frame) {
        self.hand(&mut |hand| hand.camera.fit(frame, hand.size));
        self.repaint();
    }

    pub fn zoom(self, factor: f64) {
        self.hand(&mut |hand| hand.camera.zoom(factor, (hand.size.0 / 2.0, hand.size.1 / 2.0)));
        self.repaint();
    }

    /// Where in the plan the middle of the window lies.
    pub fn middle(self) -> Point {
        let mut middle = Point::default();
        self.hand(&mut |hand| middle = hand.camera.on_plan((hand.size.0 / 2.0, hand.size.1 / 2.0)));
        middle
    }

    /// Whoever leaves is asked whether they mean it.
    pub fn hold_back(self, event: &Event) {
        if !self.is_saved() {
            event.prevent_default();
        }
    }
}
