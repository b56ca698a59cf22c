use domain::ids::ClubId;
use leptos::prelude::*;

use crate::events::api_views::EventCardShown;
use crate::events::pages::EventLine;

/// What the club puts on, and what it did.
#[component]
pub fn ClubEvents(
    club_id: ClubId,
    run: bool,
    coming: Vec<EventCardShown>,
    coming_total: i64,
    past: Vec<EventCardShown>,
    past_total: i64,
) -> impl IntoView {
    let is_more = |total: i64, shown: &[EventCardShown]| total > i64::try_from(shown.len()).unwrap_or_default();
    let all_coming =
        is_more(coming_total, &coming).then(|| (format!("/events?club={club_id}"), format!("All {coming_total}")));
    let all_past = is_more(past_total, &past)
        .then(|| (format!("/events?club={club_id}&status=past"), format!("All {past_total}")));
    view! {
        <section aria-labelledby="coming">
            <div class="section-head">
                <h2 id="coming">"What is on"</h2>
                <All link=all_coming />
                {run
                    .then(|| {
                        view! {
                            <a class="button small" href=format!("/organizer/events/new?club={club_id}")>
                                "Put something on"
                            </a>
                        }
                    })}
            </div>
            {if coming.is_empty() {
                view! { <p class="soft">"Nothing is planned at the moment."</p> }.into_any()
            } else {
                view! { <Lines events=coming /> }.into_any()
            }}
        </section>
        {(!past.is_empty())
            .then(|| {
                view! {
                    <section aria-labelledby="past">
                        <div class="section-head">
                            <h2 id="past">"What was on"</h2>
                            <All link=all_past />
                        </div>
                        <Lines events=past />
                    </section>
                }
            })}
    }
}

#[component]
fn All(link: Option<(String, String)>) -> impl IntoView {
    link.map(|(href, words)| {
        view! {
            <a class="small-text" href=href>
                {words}
            </a>
        }
    })
}

#[component]
fn Lines(events: Vec<EventCardShown>) -> impl IntoView {
    view! {
        <ul class="event-lines" role="list">
            {events.into_iter().map(|shown| view! { <EventLine shown=shown /> }).collect::<Vec<_>>()}
        </ul>
    }
}
