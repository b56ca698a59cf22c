use domain::events::EventStatus;
use leptos::prelude::*;

use crate::components::poster::{Poster, hue_of};
use crate::components::time::Time;
use crate::events::api_views::EventCardShown;
use crate::events::pages::words::face;

/// Where it is, in as few words as a list has room for.
pub fn place(location: Option<&String>, city: Option<&String>, online: bool) -> Option<String> {
    match (city.or(location), online) {
        (Some(place), true) => Some(format!("{place} and online")),
        (Some(place), false) => Some(place.clone()),
        (None, true) => Some("Online".into()),
        (None, false) => None,
    }
}

/// An event as a poster with its facts.
#[component]
pub fn EventCard(shown: EventCardShown) -> impl IntoView {
    let event = shown.event.clone();
    let hue = hue_of(face(event.id, event.series_id), None);
    let place = place(event.location.as_ref(), event.city.as_ref(), event.online);
    view! {
        <li class=format!("event-card hue-{hue}")>
            <div class="poster-frame">
                <Poster of=face(event.id, event.series_id) picture_id=event.picture_id />
            </div>
            <div>
                <p class="event-when">
                    <Time moment=shown.when.clone() />
                </p>
                <h3>
                    <a href=format!("/events/{}", event.id)>{event.title}</a>
                </h3>
                <p class="faint">{[place, event.club_name].into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
                <Marks shown=shown />
            </div>
        </li>
    }
}

/// The same as a line of a programme.
#[component]
pub fn EventLine(shown: EventCardShown) -> impl IntoView {
    let event = shown.event.clone();
    let hue = hue_of(face(event.id, event.series_id), None);
    let place = place(event.location.as_ref(), event.city.as_ref(), event.online);
    view! {
        <li class=format!("event-line hue-{hue}")>
            <div class="poster-frame">
                <Poster of=face(event.id, event.series_id) picture_id=event.picture_id size="small" />
            </div>
            <div>
                <h3>
                    <a href=format!("/events/{}", event.id)>{event.title}</a>
                </h3>
                <p class="event-when">
                    <Time moment=shown.when.clone() />
                </p>
                <p class="faint">{[place, event.club_name].into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            </div>
            <Marks shown=shown />
        </li>
    }
}

/// What it costs, and what stands in the way.
#[component]
fn Marks(shown: EventCardShown) -> impl IntoView {
    let state = match shown.event.status {
        EventStatus::Cancelled => Some(("badge bad", "Cancelled")),
        EventStatus::Ended => Some(("badge", "Over")),
        EventStatus::Draft => Some(("badge warn", "Draft")),
        EventStatus::Published => (!shown.available).then_some(("badge warn", "No places now")),
    };
    view! {
        <p class="event-marks">
            {shown.price.map(|price| view! { <span class="event-price">{price}</span> })}
            {state.map(|(class, words)| view! { <span class=class>{words}</span> })}
            {shown.event.members_only.then(|| view! { <span class="badge accent">"Members"</span> })}
        </p>
    }
}
