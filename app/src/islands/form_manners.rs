//! Manners of every form on the page: while its answer is on the way the button says so, and nothing is sent twice.
//! When the answer is the same page again, its reader is back where they were.

mod place;

use leptos::ev::submit;
use leptos::prelude::*;
use leptos::web_sys::Element;

use place::Place;

const SENDING: &str = "data-sending";

#[island]
pub fn FormManners() -> impl IntoView {
    Effect::new(|_| {
        Place::go_back();
        let _ = window_event_listener(submit, |event| {
            // A form that is answered where it stands has manners of its own.
            if event.default_prevented() {
                return;
            }
            let form = event_target::<Element>(&event);
            if form.has_attribute(SENDING) {
                event.prevent_default();
                return;
            }
            let _ = form.set_attribute(SENDING, "");
            if let Some(button) = event.submitter() {
                let _ = button.set_attribute("aria-busy", "true");
            }
            Place::remember(&form);
        });
        // Coming back by the browser's own button finds the page as it was left.
        let _ = window_event_listener_untyped("pageshow", |_| rest());
    });
}

fn rest() {
    while let Ok(Some(form)) = document().query_selector("form[data-sending]") {
        let _ = form.remove_attribute(SENDING);
    }
    while let Ok(Some(button)) = document().query_selector("button[aria-busy]") {
        let _ = button.remove_attribute("aria-busy");
    }
}
