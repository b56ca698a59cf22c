//! Manners of every form on the page: while its answer is on the way the button says so, and nothing is sent twice.
//! When the answer is the same page again, its reader is back where they were.

mod place;

use std::time::Duration;

use leptos::ev::submit;
use leptos::prelude::*;
use leptos::web_sys::Element;

use place::Place;

const SENDING: &str = "data-sending";
const PATIENCE: Duration = Duration::from_secs(8);

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
            // Looking for something changes nothing: it may be sent as often as one likes.
            if !form.get_attribute("method").is_some_and(|method| method.eq_ignore_ascii_case("post")) {
                return;
            }
            if form.has_attribute(SENDING) {
                event.prevent_default();
                return;
            }
            let _ = form.set_attribute(SENDING, "");
            if let Some(button) = event.submitter() {
                let _ = button.set_attribute("aria-busy", "true");
            }
            Place::remember(&form);
            // Whoever stopped waiting may try again.
            set_timeout(rest, PATIENCE);
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
