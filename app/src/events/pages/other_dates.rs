use leptos::prelude::*;

use crate::components::time::Time;
use crate::events::api_views::OtherDateShown;

/// Shown at once; the rest unfolds.
const NEXT: usize = 5;

/// The same on other days, for those who cannot come on this one.
#[component]
pub fn OtherDates(dates: Vec<OtherDateShown>) -> impl IntoView {
    let mut next = dates;
    let rest = next.split_off(NEXT.min(next.len()));
    (!next.is_empty()).then(|| {
        let unfold = match rest.len() {
            1 => "One more date".to_owned(),
            more => format!("{more} more dates"),
        };
        view! {
            <section aria-labelledby="other-dates">
                <h2 id="other-dates">"Other dates"</h2>
                <Dates dates=next />
                {(!rest.is_empty())
                    .then(|| {
                        view! {
                            <details class="unfold">
                                <summary>{unfold}</summary>
                                <Dates dates=rest />
                            </details>
                        }
                    })}
            </section>
        }
    })
}

#[component]
fn Dates(dates: Vec<OtherDateShown>) -> impl IntoView {
    view! {
        <ul class="date-list" role="list">
            {dates
                .into_iter()
                .map(|date| {
                    view! {
                        <li>
                            <a href=format!("/events/{}", date.id)>
                                <Time moment=date.when />
                            </a>
                        </li>
                    }
                })
                .collect::<Vec<_>>()}
        </ul>
    }
}
