//! The editor awake: what is pressed, typed and chosen anywhere in it comes by here.

mod desk;
mod forms;
mod inks;
mod keyboard;
mod list;
mod net;
mod page;
mod paint;
mod panel;
mod pointer;
mod problems;
mod read;
mod tools;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::{Element, Event, EventTarget, HtmlFormElement, HtmlInputElement};

use desk::Desk;
use page::{find, window};

/// Of the drawing alone: nothing else is dragged or scrolled.
const OF_THE_DRAWING: [&str; 5] = ["pointerdown", "pointermove", "pointerup", "pointercancel", "wheel"];
const OF_EVERYTHING: [&str; 6] = ["click", "submit", "change", "focusin", "keydown", "keyup"];

/// Called by the page as soon as this module is there.
#[wasm_bindgen]
pub fn begin() {
    console_error_panic_hook::set_once();
    let Some((canvas, root)) = find(".plan-stage > canvas").zip(find(".plan-editor")) else { return };
    let Ok(canvas) = canvas.dyn_into() else { return };
    let venue_id = root.get_attribute("data-venue").unwrap_or_default();
    let desk = Desk::new(venue_id, canvas);
    OF_THE_DRAWING.iter().for_each(|name| listen(desk.canvas(), name, desk));
    OF_EVERYTHING.iter().for_each(|name| listen(&root, name, desk));
    ["resize", "beforeunload"].iter().for_each(|name| listen(&window(), name, desk));
    // A picture that arrives late, and the other theme, are seen at once.
    if let Some(picture) = find("[data-picture]") {
        listen(&picture, "load", desk);
    }
    if let Some(switch) = find(".theme-switch") {
        listen(&switch, "click", desk);
    }
    desk.measure();
    desk.load();
}

/// For as long as the page is there.
fn listen(to: &EventTarget, name: &str, desk: Desk) {
    let heard = Closure::<dyn FnMut(Event)>::wrap(Box::new(move |event| hear(desk, &event)));
    let _ = to.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    heard.forget();
}

fn hear(desk: Desk, event: &Event) {
    match event.type_().as_str() {
        "pointerdown" => desk.press(event.unchecked_ref()),
        "pointermove" => desk.drag(event.unchecked_ref()),
        "pointerup" | "pointercancel" => desk.let_go(event.unchecked_ref()),
        "wheel" => desk.scroll(event.unchecked_ref()),
        "keydown" => desk.key(event.unchecked_ref()),
        "keyup" => desk.key_up(event.unchecked_ref()),
        "resize" => desk.measure(),
        "beforeunload" => desk.hold_back(event),
        "submit" => submitted(desk, event),
        "change" => changed(desk, event),
        "focusin" => focused(desk, event),
        "click" => {
            if let Some(button) = marked(event, "[data-do]:not(form)") {
                desk.click(&button);
            }
            desk.repaint();
        }
        _ => desk.repaint(),
    }
}

/// The element around the target that carries a mark.
fn marked(event: &Event, mark: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(mark).ok().flatten()
}

fn submitted(desk: Desk, event: &Event) {
    let Some(form) = marked(event, "form[data-do]") else { return };
    event.prevent_default();
    let command = form.get_attribute("data-do").unwrap_or_default();
    if let Ok(form) = form.dyn_into::<HtmlFormElement>() {
        desk.submit(&form, &command);
    }
}

fn changed(desk: Desk, event: &Event) {
    let Some(field) = marked(event, "[data-set]") else { return };
    let what = field.get_attribute("data-set").unwrap_or_default();
    let Some(input) = field.dyn_ref::<HtmlInputElement>() else { return };
    let file = input.files().and_then(|files| files.get(0));
    match (what.as_str(), file) {
        ("import", Some(file)) => desk.import(file),
        ("background", Some(file)) => desk.upload_background(file),
        _ => return desk.set(&field, &what, &input.value(), input.checked()),
    }
    // The same file may be chosen again.
    input.set_value("");
}

/// Whoever is in the fields of a seat sees where it stands.
fn focused(desk: Desk, event: &Event) {
    if let Some(field) = marked(event, ".plan-tree [data-n]") {
        desk.point_at(&field);
    }
}
