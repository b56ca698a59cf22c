use domain::time::Moment;
use leptos::prelude::*;

/// A time as its reader reads it, and as machines do.
#[component]
pub fn Time(moment: Moment) -> impl IntoView {
    view! { <time datetime=moment.at.to_string()>{moment.text}</time> }
}
