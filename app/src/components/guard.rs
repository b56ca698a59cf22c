//! Showing what was loaded, or why it could not be.

use domain::refusal::Refusal;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::accounts::pages::me::me;
use crate::api_error::{ApiError, SIGN_IN_ENDED, SIGN_IN_REQUIRED};
use crate::components::data::Data;
use crate::components::error_page::ErrorPage;
use crate::components::state::Loading;
use crate::components::status::redirect;
use crate::site::here;

/// Draws a page part once its data is there. A refusal becomes the page that says so, with the right status; who is
/// not signed in is led to the door and back.
#[component]
pub fn Loaded<T, V>(
    data: Data<T>,
    /// What is drawn instead of the page that says no, where a page can do better.
    #[prop(optional)]
    refused: Option<fn(ApiError) -> AnyView>,
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let drawn = move || {
        data.get().map(|answer| match answer {
            Ok(value) => children(value).into_any(),
            Err(error) => match refused {
                Some(draw) => draw(error),
                None => view! { <Refused error=error /> }.into_any(),
            },
        })
    };
    view! { <Suspense fallback=Loading>{drawn}</Suspense> }
}

/// For pages that load nothing and are of no use to visitors.
#[component]
pub fn SignedInOnly(children: ChildrenFn) -> impl IntoView {
    let me = me();
    let drawn = move || {
        me.get().map(|known| match known {
            Ok(Some(_)) => children().into_any(),
            Ok(None) => view! { <Refused error=Refusal::SignInRequired.into() /> }.into_any(),
            Err(error) => view! { <Refused error=error /> }.into_any(),
        })
    };
    view! { <Suspense fallback=Loading>{drawn}</Suspense> }
}

#[component]
pub fn Refused(error: ApiError) -> impl IntoView {
    if error.is(SIGN_IN_REQUIRED) || error.is(SIGN_IN_ENDED) {
        go_to_the_door();
        return view! { <Loading /> }.into_any();
    }
    view! { <ErrorPage error=error /> }.into_any()
}

/// To the sign-in page, and from there back here.
fn go_to_the_door() {
    let next: String = form_urlencoded::byte_serialize(here().as_bytes()).collect();
    redirect(&format!("/login?next={next}"));
}
