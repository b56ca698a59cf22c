//! Clicking, dragging, scrolling on the drawing.

use domain::venues::Point;
use web_sys::{PointerEvent, WheelEvent};

use super::desk::{Desk, Gesture};
use crate::model::find::Frame;
use crate::model::pick::Selection;

/// What is dragged lands on whole steps, in centimetres.
pub const STEP: i32 = 10;
/// How far from a seat a click still means it, in pixels.
const REACH: f64 = 8.0;
/// A notch of a wheel; what scrolls finer is two fingers.
const NOTCH: f64 = 50.0;

impl Desk {
    pub fn press(self, event: &PointerEvent) {
        let at = place(event);
        // Where it cannot be held, letting go outside is not heard; the next press begins anew.
        let _ = self.canvas().set_pointer_capture(event.pointer_id());
        if event.is_primary() {
            // The first one that touches: whatever was heard of before is gone.
            self.hand(&mut |hand| hand.finger = None);
        }
        if event.pointer_type() == "touch" && self.pinch(event.pointer_id(), at) {
            return;
        }
        let (mut here, mut reach, mut pans) = (Point::default(), 0, event.button() == 1);
        self.with_hand(&mut |hand| {
            (here, reach) = (hand.camera.on_plan(at), hand.camera.length(REACH));
            pans |= hand.space_is_held;
        });
        if pans {
            event.prevent_default();
            self.begin(Gesture::Pan { last: at });
            return;
        }
        if event.button() != 0 {
            return;
        }
        let adds = event.shift_key() || event.ctrl_key() || event.meta_key();
        let (mut found, mut is_picked) = (None, false);
        self.see(&mut |editor| {
            found = editor.sketch.at(here, reach, editor.grain);
            is_picked = found.is_some_and(|pick| editor.selection.covers(pick));
        });
        match found {
            Some(pick) if adds => self.edit(&mut |editor| editor.selection.toggle(pick)),
            Some(pick) => {
                if !is_picked {
                    self.edit(&mut |editor| editor.select(Selection::one(pick)));
                }
                self.begin(Gesture::Move { from: here, by: (0, 0) });
            }
            // A finger on nothing moves the sheet.
            None if event.pointer_type() == "touch" => self.begin(Gesture::Pan { last: at }),
            None => self.begin(Gesture::Marquee { from: here, to: here, adds }),
        }
    }

    /// A second finger takes over whatever the first began. Answers whether it is one.
    fn pinch(self, finger: i32, at: (f64, f64)) -> bool {
        let mut pinches = false;
        self.hand(&mut |hand| match hand.finger {
            // A third one is not asked.
            Some(_) if matches!(hand.gesture, Gesture::Pinch { .. }) => pinches = true,
            Some(first) if first.0 != finger => {
                hand.gesture = Gesture::Pinch { first, second: (finger, at) };
                pinches = true;
            }
            _ => hand.finger = Some((finger, at)),
        });
        pinches
    }

    fn begin(self, gesture: Gesture) {
        self.hand(&mut |hand| hand.gesture = gesture);
        self.repaint();
    }

    pub fn drag(self, event: &PointerEvent) {
        let at = place(event);
        let mut has_moved = true;
        self.hand(&mut |hand| {
            let here = hand.camera.on_plan(at);
            if let Some((_, place)) = hand.finger.as_mut().filter(|(finger, _)| *finger == event.pointer_id()) {
                *place = at;
            }
            match &mut hand.gesture {
                Gesture::Pinch { first, second } => {
                    let before = (middle(first.1, second.1), distance(first.1, second.1));
                    for finger in [&mut *first, &mut *second] {
                        if finger.0 == event.pointer_id() {
                            finger.1 = at;
                        }
                    }
                    let after = (middle(first.1, second.1), distance(first.1, second.1));
                    hand.camera.pan(after.0.0 - before.0.0, after.0.1 - before.0.1);
                    hand.camera.zoom(after.1.max(REACH) / before.1.max(REACH), after.0);
                }
                Gesture::None => has_moved = false,
                Gesture::Pan { last } => {
                    let (dx, dy) = (at.0 - last.0, at.1 - last.1);
                    *last = at;
                    hand.camera.pan(dx, dy);
                }
                Gesture::Move { from, by } => *by = (snap(here.x - from.x), snap(here.y - from.y)),
                Gesture::Marquee { to, .. } => *to = here,
            }
        });
        if has_moved {
            self.repaint();
        }
    }

    pub fn let_go(self, event: &PointerEvent) {
        let mut gesture = Gesture::None;
        self.hand(&mut |hand| {
            let finger = event.pointer_id();
            if matches!(&hand.gesture, Gesture::Pinch { first, second } if finger != first.0 && finger != second.0) {
                return;
            }
            gesture = std::mem::take(&mut hand.gesture);
            // The finger that stays moves the sheet on.
            let stays = match &gesture {
                Gesture::Pinch { first, second } if first.0 == event.pointer_id() => Some(*second),
                Gesture::Pinch { first, .. } => Some(*first),
                _ => None,
            };
            hand.finger = stays;
            if let Some((_, last)) = stays {
                hand.gesture = Gesture::Pan { last };
            }
        });
        match gesture {
            Gesture::None | Gesture::Pinch { .. } | Gesture::Pan { .. } | Gesture::Move { by: (0, 0), .. } => {}
            Gesture::Move { by: (dx, dy), .. } => self.shift(dx, dy),
            Gesture::Marquee { from, to, adds } => self.take_within(from, to, adds),
        }
        self.repaint();
    }

    fn take_within(self, from: Point, to: Point, adds: bool) {
        self.edit(&mut |editor| {
            let mut found = editor.sketch.within(Frame::between(from, to), editor.grain);
            if adds {
                found.add(&editor.selection);
            }
            editor.select(found);
        });
    }

    pub fn shift(self, dx: i32, dy: i32) {
        // Where nothing is picked, nothing moves.
        let _ = self.on_picked(&mut |editor, selection| {
            editor.change(&mut |sketch| sketch.move_by(selection, dx, dy));
        });
    }

    /// A wheel zooms; two fingers move the sheet, and zoom when they are spread.
    pub fn scroll(self, event: &WheelEvent) {
        event.prevent_default();
        let (dx, dy) = (event.delta_x(), event.delta_y());
        let is_wheel = event.delta_mode() != 0 || (dx == 0.0 && dy.abs() >= NOTCH);
        let spread = event.ctrl_key() || event.meta_key();
        let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        self.hand(&mut |hand| {
            if event.shift_key() && is_wheel {
                hand.camera.pan(-dy, 0.0);
            } else if is_wheel || spread {
                let strength = if is_wheel { 0.2 * dy.signum() } else { (dy * 0.01).clamp(-0.5, 0.5) };
                hand.camera.zoom(if strength < 0.0 { 1.0 - strength } else { 1.0 / (1.0 + strength) }, at);
            } else {
                hand.camera.pan(-dx, -dy);
            }
        });
        self.repaint();
    }
}

fn middle(one: (f64, f64), other: (f64, f64)) -> (f64, f64) {
    (f64::midpoint(one.0, other.0), f64::midpoint(one.1, other.1))
}

fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

fn place(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.offset_x()), f64::from(event.offset_y()))
}

fn snap(length: i32) -> i32 {
    (length + STEP / 2).div_euclid(STEP) * STEP
}
