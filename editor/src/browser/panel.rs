//! What the buttons and fields around the drawing show: they were drawn by the server and follow what is picked.

use domain::venues::SectionKind;

use super::desk::Desk;
use super::forms::chosen_section;
use super::page::{attribute, find, hide, input};
use crate::model::history::Editor;
use crate::model::pick::{Grain, Pick};

impl Desk {
    /// How much there is, and how much of it is picked.
    pub fn show_state(self) {
        self.see(&mut |editor| {
            if let Some(text) = find("#plan-summary") {
                text.set_text_content(Some(&summary(editor)));
            }
            show_picture(editor);
            allow("undo", editor.may_undo());
            allow("redo", editor.may_redo());
            allow("save", !editor.is_saved());
            for command in ["delete", "duplicate", "accessible", "companion", "labels"] {
                allow(command, !editor.selection.is_empty());
            }
            for (code, grain) in [("seats", Grain::Seats), ("rows", Grain::Rows), ("sections", Grain::Sections)] {
                let pressed = if editor.grain == grain { "true" } else { "false" };
                mark(&format!("[data-grain={code}]"), "aria-pressed", pressed);
            }
            show_section(editor);
        });
    }
}

/// How much there is, and how much of it is picked.
fn summary(editor: &Editor) -> String {
    let mut picked = 0;
    editor.sketch.see_seats(&editor.selection, &mut |_| picked += 1);
    let seats = format!("{} seats", editor.sketch.count());
    let state = if editor.is_saved() { "" } else { " · not saved" };
    match (editor.selection.is_empty(), picked) {
        (true, _) => format!("{seats}{state}"),
        (false, 0) => format!("{seats}, {} picked{state}", things(editor)),
        (false, picked) => format!("{seats}, {picked} picked{state}"),
    }
}

/// The picture to draw upon is loaded beside the drawing.
fn show_picture(editor: &Editor) {
    if let Some(button) = find("[data-do=no-background]") {
        hide(&button, editor.sketch.background.is_none());
    }
    if let (Some(background), Some(picture)) = (&editor.sketch.background, find("[data-picture]")) {
        attribute(&picture, "src", &format!("/pictures/{}/large", background.picture_id));
    }
}

fn things(editor: &Editor) -> String {
    match editor.selection.only() {
        Some(Pick::Section(s)) => editor.sketch.parts.get(s).map(|part| part.head.name.clone()).unwrap_or_default(),
        Some(Pick::Shape(index)) => {
            editor.sketch.shapes.get(index).map(|shape| shape.label.clone()).unwrap_or_default()
        }
        _ => format!("{} things", editor.selection.picks().len()),
    }
}

/// Not by `disabled`, which would take the focus from whoever just pressed it.
fn allow(command: &str, may: bool) {
    mark(&format!("[data-do={command}]"), "aria-disabled", if may { "false" } else { "true" });
}

fn mark(selector: &str, name: &str, value: &str) {
    if let Some(element) = find(selector) {
        attribute(&element, name, value);
    }
}

/// The fields of the section that is picked, or that everything picked lies in.
fn show_section(editor: &Editor) {
    let part = chosen_section(&editor.selection).and_then(|s| editor.sketch.parts.get(s));
    let Some(form) = find("#plan-section") else { return };
    hide(&form, part.is_none());
    let Some(part) = part else { return };
    let head = &part.head;
    fill("name", &head.name);
    fill("entrance", head.entrance.as_deref().unwrap_or_default());
    fill("places", &head.capacity.map(|places| places.to_string()).unwrap_or_default());
    let is_standing = head.kind == SectionKind::Standing;
    if let Some(places) = find("#plan-section .places") {
        hide(&places, !is_standing);
    }
    if let Some(zone) = input(&format!("#plan-section [data-set=zone][value='{}']", head.zone)) {
        zone.set_checked(true);
    }
}

/// What is being typed stays.
fn fill(name: &str, value: &str) {
    if let Some(field) = input(&format!("#plan-section [data-set={name}]"))
        && field.value() != value
    {
        field.set_value(value);
    }
}
