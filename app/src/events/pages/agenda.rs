use leptos::prelude::*;

use crate::components::time::Time;
use crate::events::api_views::{DayShown, SessionShown};

/// What happens inside, day by day, in the time of where it takes place.
#[component]
pub fn Agenda(days: Vec<DayShown>, zone: String) -> impl IntoView {
    (!days.is_empty()).then(|| {
        let several = days.len() > 1;
        let drawn = days.into_iter().map(|day| {
            view! {
                {several.then(|| view! { <h3 class="agenda-day">{day.day.clone()}</h3> })}
                <ol class="agenda" role="list">
                    {day.sessions.into_iter().map(|session| view! { <Item session=session /> }).collect::<Vec<_>>()}
                </ol>
            }
        });
        view! {
            <section aria-labelledby="agenda">
                <div class="section-head">
                    <h2 id="agenda">"Agenda"</h2>
                    <span class="faint small-text">{format!("Times in {}", zone.replace('_', " "))}</span>
                </div>
                {drawn.collect::<Vec<_>>()}
            </section>
        }
    })
}

#[component]
fn Item(session: SessionShown) -> impl IntoView {
    let speaker = session.speaker.map(|name| match session.speaker_page {
        Some(page) => view! { <a href=page>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    });
    view! {
        <li>
            <Time moment=session.time />
            <div>
                <strong>{session.title}</strong>
                <p class="faint">
                    {speaker} {session.room.map(|room| view! { <span class="room">{room}</span> })}
                </p>
                {(!session.description.is_empty()).then(|| view! { <p class="prose">{session.description}</p> })}
            </div>
        </li>
    }
}
