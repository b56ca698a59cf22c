//! Pages for when there is no page: 403, 404, and the number of a fault.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::api_error::ApiError;
use crate::components::poster::RowOfSeats;
use crate::components::status::set_status;

#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <main class="page" id="main" tabindex="-1">
            <ErrorPage error=ApiError::not_found() />
        </main>
    }
}

#[component]
pub fn ErrorPage(error: ApiError) -> impl IntoView {
    set_status(error.status());
    let words = Words::of(&error);
    view! {
        <Title text=words.title.clone() />
        <div class="error-page">
            <RowOfSeats count=9 taken=words.taken here=words.here />
            <h1>{words.title}</h1>
            <p>{words.text}</p>
            <p class="stub">
                <span>{words.stub.0}</span>
                <span>{words.stub.1}</span>
            </p>
            <a class="button primary" href="/">
                "Go to the home page"
            </a>
        </div>
    }
}

struct Words {
    title: String,
    text: String,
    stub: (&'static str, String),
    taken: bool,
    here: Option<usize>,
}

impl Words {
    fn of(error: &ApiError) -> Self {
        let code = error.status().as_str().to_owned();
        if let Some(reference) = &error.reference {
            return Self {
                title: "The lights went out".into(),
                text: "Something broke on our side, and it has been written down. Nothing you did was lost. Try again, and if it stays dark, tell us this number.".into(),
                stub: ("Reference", reference.clone()),
                taken: true,
                here: None,
            };
        }
        match code.as_str() {
            "404" => Self {
                title: "This seat does not exist".into(),
                text: "We looked along the whole row. The address may be mistyped, the page was taken down, or it is not for you to see.".into(),
                stub: ("Error", code),
                taken: true,
                here: Some(4),
            },
            "403" => Self {
                title: "This door is for staff".into(),
                text: error.sentence.clone(),
                stub: ("Error", code),
                taken: false,
                here: None,
            },
            _ => Self {
                title: "Not this time".into(),
                text: error.sentence.clone(),
                stub: ("Error", code),
                taken: false,
                here: None,
            },
        }
    }
}
