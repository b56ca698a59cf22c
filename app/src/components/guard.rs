//! Showing what was loaded, or why it could not be.

#[cfg(not(feature = "ssr"))]
mod in_browser;
#[cfg(feature = "ssr")]
mod on_server;

use std::sync::Arc;

use leptos::prelude::*;
use serde::de::DeserializeOwned;

use crate::api_error::{ApiError, SIGN_IN_ENDED, SIGN_IN_REQUIRED};
use crate::components::call::Answer;
use crate::components::data::{Data, read};
use crate::components::error_page::ErrorPage;
use crate::components::state::Loading;

#[cfg(not(feature = "ssr"))]
use in_browser::go_to_the_door;
#[cfg(feature = "ssr")]
use on_server::go_to_the_door;

/// Draws a page part once its data is there. A refusal becomes the page that says so, with the right status; who is
/// not signed in is led to the door and back.
#[component]
pub fn Loaded<T, V>(data: Data<T>, children: impl Fn(T) -> V + Send + Sync + 'static) -> impl IntoView
where
    T: DeserializeOwned + 'static,
    V: IntoView + 'static,
{
    draw(
        data.answer(),
        Arc::new(move |answer| match read::<T>(answer) {
            Ok(value) => Ok(children(value).into_any()),
            Err(error) => Err(error),
        }),
    )
}

type Draw = Arc<dyn Fn(&Answer) -> Result<AnyView, ApiError> + Send + Sync>;

fn draw(answer: Resource<Answer>, draw: Draw) -> AnyView {
    view! {
        <Transition fallback=Loading>
            {
                let draw = draw.clone();
                move || {
                    answer
                        .get()
                        .map(|answer| match draw(&answer) {
                            Ok(drawn) => drawn,
                            Err(error) => view! { <Refused error=error /> }.into_any(),
                        })
                }
            }
        </Transition>
    }
    .into_any()
}

#[component]
pub fn Refused(error: ApiError) -> impl IntoView {
    if error.is(SIGN_IN_REQUIRED) || error.is(SIGN_IN_ENDED) {
        go_to_the_door();
        return view! { <Loading /> }.into_any();
    }
    view! { <ErrorPage error=error /> }.into_any()
}
