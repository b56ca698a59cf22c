use leptos::prelude::*;

use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::pagination::Pagination;
use crate::components::poster::{Poster, hue_of};
use crate::components::state::Empty;
use crate::components::time::Time;
use crate::events::api::organize::ListMyEvents;
use crate::events::api_views::{MyEventShown, MyEventsShown};
use crate::events::pages::words::{face, status};
use crate::parts::icon::Icon;
use crate::site::asked;

#[component]
pub fn MyEventsPage() -> impl IntoView {
    let events = Data::load(ListMyEvents { cursor: asked("cursor").unwrap_or_default() });
    view! {
        <Page title="My events">
            <Loaded data=events children=|shown| view! { <MyEvents shown=shown /> } />
        </Page>
    }
}

#[component]
fn MyEvents(shown: MyEventsShown) -> impl IntoView {
    let next = shown.next_cursor.map(|cursor| ("Older", format!("/organizer?cursor={cursor}")));
    view! {
        <PageHead title="My events" lead="What you put on, the latest you started on top.">
            <a class="button primary" href="/organizer/events/new">
                <Icon name="plus" />
                "Put on an event"
            </a>
        </PageHead>
        {if shown.events.is_empty() {
            view! {
                <Empty title="Nothing yet" words="A draft takes a minute, and nobody sees it until you publish it.">
                    <a class="button" href="/organizer/events/new">
                        "Put on an event"
                    </a>
                </Empty>
            }
                .into_any()
        } else {
            view! {
                <ul class="event-lines" role="list">
                    {shown.events.into_iter().map(|event| view! { <Line shown=event /> }).collect::<Vec<_>>()}
                </ul>
                <Pagination next=next />
            }
                .into_any()
        }}
    }
}

#[component]
fn Line(shown: MyEventShown) -> impl IntoView {
    let event = shown.event;
    let (class, words) = status(event.status);
    view! {
        <li class=format!("event-line hue-{}", hue_of(face(event.id, event.series_id), None))>
            <div class="poster-frame">
                <Poster of=face(event.id, event.series_id) picture_id=event.picture_id size="small" />
            </div>
            <div>
                <h2>
                    <a href=format!("/organizer/events/{}", event.id)>{event.title}</a>
                </h2>
                <p class="event-when">
                    <Time moment=shown.when />
                </p>
                <p class="faint">
                    {shown.dates.map(|dates| view! { <span class="series-mark">{dates_words(dates)}</span> })}
                    {event.club_name}
                </p>
            </div>
            <p class="event-marks">
                <span class=class>{words}</span>
            </p>
        </li>
    }
}

fn dates_words(to_come: i64) -> String {
    match to_come {
        0 => "A series, no more dates to come".into(),
        1 => "A series, one date to come".into(),
        dates => format!("A series, {dates} dates to come"),
    }
}
