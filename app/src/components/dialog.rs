use leptos::prelude::*;

/// A question asked over the page, before something that is not easily undone. It is the browser's own popover, so it
/// opens, closes with Escape and keeps the focus without JavaScript, too.
#[component]
pub fn Dialog(#[prop(into)] id: String, #[prop(into)] title: String, children: Children) -> impl IntoView {
    let title_id = format!("{id}-title");
    view! {
        <dialog class="dialog" id=id popover="auto" aria-labelledby=title_id.clone()>
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
pub fn DialogClose(#[prop(into)] dialog: String, children: Children) -> impl IntoView {
    view! {
        <button class="button" type="button" popovertarget=dialog popovertargetaction="hide">
            {children()}
        </button>
    }
}
