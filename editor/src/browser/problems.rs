//! What the server found wrong with the plan, and the way to each of it.

use super::desk::Desk;
use super::page::{attribute, document, find, hide};
use crate::model::pick::{Selection, pick_of};

impl Desk {
    pub fn show_problems(self, problems: &[(String, String)]) {
        let Some((around, list)) = find(".plan-problems").zip(find(".plan-problems ul")) else { return };
        hide(&around, problems.is_empty());
        list.set_inner_html("");
        for (field, message) in problems {
            let Some((item, button)) =
                document().create_element("li").ok().zip(document().create_element("button").ok())
            else {
                return;
            };
            for (name, value) in [
                ("type", "button"),
                ("class", "button small quiet danger"),
                ("data-do", "problem"),
                ("data-field", field),
            ] {
                attribute(&button, name, value);
            }
            button.set_text_content(Some(message));
            // What was just made can be put anywhere.
            let _ = item.append_child(&button);
            let _ = list.append_child(&item);
        }
    }

    /// Picks what is wrong and brings it into the window.
    pub fn go_to(self, field: &str) {
        let Some(pick) = pick_of(field) else { return };
        let selection = Selection::one(pick);
        let mut bounds = None;
        self.edit(&mut |editor| {
            bounds = editor.sketch.bounds(&selection);
            editor.select(selection.clone());
        });
        if let Some(mut frame) = bounds {
            // A seat alone would fill the window.
            frame.left -= 300;
            frame.right += 300;
            self.show(frame);
        }
    }
}
