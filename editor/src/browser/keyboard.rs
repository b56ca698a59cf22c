//! Everything by keyboard, while the drawing or the list has the focus: letters typed into a field stay letters.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

use super::desk::Desk;
use super::pointer::STEP;

impl Desk {
    pub fn key(self, event: &KeyboardEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let key = event.key();
        let with_control = event.ctrl_key() || event.meta_key();
        if with_control && key.eq_ignore_ascii_case("s") {
            event.prevent_default();
            self.run("save");
            return;
        }
        let is_typing = target.matches("input:not([type=checkbox]), select, textarea").unwrap_or(false);
        if is_typing || target.closest("dialog").is_ok_and(|dialog| dialog.is_some()) {
            return;
        }
        let is_on_canvas = target.matches("canvas").unwrap_or(false);
        let far = if event.shift_key() { STEP * 10 } else { STEP };
        let arrow = match key.as_str() {
            "ArrowLeft" => Some((-far, 0)),
            "ArrowRight" => Some((far, 0)),
            "ArrowUp" => Some((0, -far)),
            "ArrowDown" => Some((0, far)),
            _ => None,
        };
        if let Some((dx, dy)) = arrow {
            if is_on_canvas || target.closest(".plan-tree").is_ok_and(|tree| tree.is_some()) {
                event.prevent_default();
                self.arrow(dx, dy);
            }
            return;
        }
        if key == " " && is_on_canvas {
            event.prevent_default();
            self.hand(&mut |hand| hand.space_is_held = true);
            return;
        }
        if let Some(command) = command_of(&key, with_control, event.shift_key()) {
            event.prevent_default();
            self.run(command);
        }
    }

    /// Moves what is picked; with nothing picked, the sheet.
    fn arrow(self, dx: i32, dy: i32) {
        let mut is_empty = true;
        self.see(&mut |editor| is_empty = editor.selection.is_empty());
        if is_empty {
            self.hand(&mut |hand| hand.camera.pan(f64::from(-dx) * 4.0, f64::from(-dy) * 4.0));
            self.repaint();
        } else {
            self.shift(dx, dy);
        }
    }

    pub fn key_up(self, event: &KeyboardEvent) {
        if event.key() == " " {
            self.hand(&mut |hand| hand.space_is_held = false);
        }
    }
}

fn command_of(key: &str, with_control: bool, with_shift: bool) -> Option<&'static str> {
    let command = match (key, with_control) {
        ("z", true) if !with_shift => "undo",
        ("z" | "Z" | "y", true) => "redo",
        ("a", true) => "all",
        ("d", true) => "duplicate",
        ("Delete" | "Backspace", false) => "delete",
        ("Escape", false) => "none",
        ("+" | "=", false) => "zoom-in",
        ("-", false) => "zoom-out",
        ("0", false) => "fit",
        ("w", false) => "accessible",
        ("c", false) => "companion",
        ("?", false) => "help",
        _ => return None,
    };
    Some(command)
}
