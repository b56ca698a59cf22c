use leptos::prelude::*;

use crate::parts::icon::Icon;

/// What there is to do, with what is done among it: one sees how far one is.
#[component]
pub fn Checklist(children: Children) -> impl IntoView {
    view! {
        <ol class="checklist" role="list">
            {children()}
        </ol>
    }
}

/// The way to do it goes once it is done.
#[component]
pub fn Step(done: bool, #[prop(into)] title: String, #[prop(into)] words: String, children: Children) -> impl IntoView {
    view! {
        <li class=done.then_some("done")>
            <span class="mark" aria-hidden="true">
                {done.then(|| view! { <Icon name="check" small=true /> })}
            </span>
            <div>
                <h3>{title} {done.then(|| view! { <span class="visually-hidden">" (done)"</span> })}</h3>
                {(!words.is_empty()).then(|| view! { <p>{words}</p> })}
            </div>
            {(!done).then(children)}
        </li>
    }
}
