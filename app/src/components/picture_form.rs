//! Uploading a picture: a plain form to a plain address, because a file is more than a server function should carry.

use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::form::{Form, FormAction};
use crate::parts::icon::Icon;
use crate::site::asked;

#[component]
pub fn PictureForm(
    /// Where the file is sent.
    #[prop(into)]
    to: String,
    /// How it will be shown.
    hint: &'static str,
    /// What takes it down again, and for what, when there is one.
    remove: Option<(FormAction, Vec<(&'static str, String)>)>,
    /// What is shown now.
    children: Children,
) -> impl IntoView {
    let problem = asked("picture").map(|code| words_for(&code));
    let invalid = problem.map(|_| "true");
    view! {
        {problem.map(|words| view! { <PictureProblem words=words /> })}
        <form class="form" method="post" action=to enctype="multipart/form-data">
            <div class="picture-field">
                {children()} <div class="field">
                    <label for="picture">"Choose a file"</label>
                    <p class="field-hint" id="picture-hint">
                        {format!("JPEG, PNG or WebP, up to 8 MB. {hint}")}
                    </p>
                    <input
                        class="file-input"
                        id="picture"
                        name="picture"
                        type="file"
                        accept="image/jpeg,image/png,image/webp"
                        aria-describedby="picture-hint picture-problem"
                        aria-invalid=invalid
                    />
                    <p class="field-problem" id="picture-problem" hidden=problem.is_none()>
                        <Icon name="alert" small=true />
                        <span>{problem}</span>
                    </p>
                </div>
            </div>
            <div class="button-row">
                <button class="button">"Save picture"</button>
            </div>
        </form>
        {remove.map(|(action, fields)| view! { <Remove action=action fields=fields /> })}
    }
}

/// The file is gone from the form, so the words stand in the address and not beside what was typed.
fn words_for(code: &str) -> &'static str {
    match code {
        "picture_unreadable" => "This is not a picture we can read. Use a JPEG, PNG or WebP file.",
        "too_large" => "This file is larger than 8 MB. Make it smaller and try again.",
        "missing" => "Choose a file first.",
        "not_allowed" => "You may not change this picture.",
        _ => "The picture was not saved. Try again.",
    }
}

#[component]
fn PictureProblem(words: &'static str) -> impl IntoView {
    view! {
        <div class="callout bad" role="alert" tabindex="-1" autofocus>
            <Icon name="alert" />
            <div>
                <strong>{words}</strong>
            </div>
        </div>
    }
}

#[component]
fn Remove(action: FormAction, fields: Vec<(&'static str, String)>) -> impl IntoView {
    view! {
        <Form action=action class="form">
            {fields
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
                .collect::<Vec<_>>()}
            <div class="button-row">
                <SubmitButton class="button quiet danger">"Remove picture"</SubmitButton>
            </div>
        </Form>
    }
}
