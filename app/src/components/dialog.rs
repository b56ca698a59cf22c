use leptos::prelude::*;

use crate::components::form::FormState;
use crate::site::here;

/// Whether the form of a dialog came back with something to look at: then it is drawn open, with nothing to press first.
pub fn reopened(form: FormState) -> bool {
    form.error().is_some_and(|error| !error.problems.is_empty())
}

/// A question asked over the page, before something that is not easily undone. It is the browser's own popover, so it
/// opens, closes with Escape and keeps the focus without JavaScript, too.
#[component]
pub fn Dialog(
    #[prop(into)] id: String,
    #[prop(into)] title: String,
    /// From the beginning: see [`reopened`].
    #[prop(optional)]
    open: bool,
    children: Children,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    view! {
        <dialog class="dialog" id=id open=open popover=(!open).then_some("auto") aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone()>{title}</h2>
            {children()}
        </dialog>
    }
}

/// Opens the dialog of that id.
#[component]
pub fn DialogButton(
    #[prop(into)] dialog: String,
    /// What it does and to what, where its words alone do not say.
    #[prop(into)]
    label: String,
    #[prop(default = "button small quiet danger")] class: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <button class=class type="button" popovertarget=dialog aria-label=label>
            {children()}
        </button>
    }
}

/// Leaves everything as it is.
#[component]
pub fn DialogClose(
    #[prop(into)] dialog: String,
    /// As the dialog it stands in.
    #[prop(optional)]
    open: bool,
    children: Children,
) -> impl IntoView {
    if open {
        // What the page drew open goes away with the page as it was before.
        return view! {
            <a class="button" href=here()>
                {children()}
            </a>
        }
        .into_any();
    }
    view! {
        <button class="button" type="button" popovertarget=dialog popovertargetaction="hide">
            {children()}
        </button>
    }
    .into_any()
}
