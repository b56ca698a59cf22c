//! Where somebody was when they sent a form, kept for the next page of this tab.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, FocusOptions, HtmlElement, Storage};
use serde::{Deserialize, Serialize};

const KEY: &str = "foyer-place";

#[derive(Serialize, Deserialize)]
pub struct Place {
    path: String,
    scrolled: f64,
    /// What the form is for, such as ending one certain sign-in: another one's button must not get its focus.
    form: String,
}

impl Place {
    pub fn remember(form: &Element) {
        let place = Self {
            path: window().location().pathname().unwrap_or_default(),
            scrolled: window().scroll_y().unwrap_or_default(),
            form: purpose_of(form),
        };
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(&place)) {
            let _ = storage.set_item(KEY, &text);
        }
    }

    /// Only to the same page. One that says what went wrong has put the focus there already.
    pub fn go_back() {
        let Some(storage) = storage() else { return };
        let kept = storage.get_item(KEY).ok().flatten();
        let _ = storage.remove_item(KEY);
        let Some(place) = kept.and_then(|text| serde_json::from_str::<Self>(&text).ok()) else { return };
        let is_here = window().location().pathname().is_ok_and(|path| path == place.path);
        let is_refused = document().query_selector("[autofocus]").is_ok_and(|found| found.is_some());
        if is_here && !is_refused {
            window().scroll_to_with_x_and_y(0.0, place.scrolled);
            place.focus();
        }
    }

    fn focus(&self) {
        let Ok(forms) = document().query_selector_all("form") else { return };
        let forms: Vec<Element> =
            (0..forms.length()).filter_map(|index| forms.item(index)?.dyn_into::<Element>().ok()).collect();
        let found = forms.iter().find(|form| purpose_of(form) == self.form);
        // Where somebody was suspended now stands the form that takes it back.
        let kin = || forms.iter().find(|form| what_and_whom(&purpose_of(form)) == what_and_whom(&self.form));
        let button = found.or_else(kin).and_then(button_of);
        // What it was about is gone: its reader goes on at the beginning of what is left.
        let Some(place) = button.or_else(|| document().query_selector("#main").ok().flatten()) else { return };
        if let Ok(place) = place.dyn_into::<HtmlElement>() {
            let quietly = FocusOptions::new();
            quietly.set_prevent_scroll(true);
            let _ = place.focus_with_options(&quietly);
        }
    }
}

/// Of a form in a closed dialog the button that opens it.
fn button_of(form: &Element) -> Option<Element> {
    let dialog = form.closest("[popover]:not(:popover-open)").ok().flatten();
    let opener = dialog.map(|dialog| format!("[popovertarget=\"{}\"]:not([popovertargetaction])", dialog.id()));
    match opener {
        Some(opener) => document().query_selector(&opener).ok().flatten(),
        None => form.query_selector("button:not([type=button])").ok().flatten(),
    }
}

/// The function and what it is called for. Versions change with every change.
fn purpose_of(form: &Element) -> String {
    let Ok(fields) = form.query_selector_all("input[type=hidden]:not([name=version], [name=_once])") else {
        return String::new();
    };
    (0..fields.length())
        .filter_map(|index| fields.item(index)?.dyn_into::<Element>().ok())
        .map(|field| {
            let of = |name: &str| field.get_attribute(name).unwrap_or_default();
            format!("{}={};", of("name"), of("value"))
        })
        .collect()
}

/// Without what was to become of it.
fn what_and_whom(purpose: &str) -> Vec<&str> {
    purpose.split(';').take(2).collect()
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
