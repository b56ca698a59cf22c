use domain::events::{Event, EventStatus};
use leptos::prelude::*;
use leptos_meta::Title;

use super::agenda::Agenda;
use super::code::CodePart;
use super::found::FoundByOthers;
use super::other_dates::OtherDates;
use super::tickets::TicketPanel;
use crate::components::callout::Callout;
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::Page;
use crate::components::poster::{Poster, hue_of};
use crate::components::time::Time;
use crate::events::api::LoadEventPage;
use crate::events::api_views::{EventPageShown, WhenShown};
use crate::events::pages::words::face;
use crate::parts::icon::Icon;
use crate::site::{asked, named};

#[component]
pub fn EventPage() -> impl IntoView {
    let page = Data::load(LoadEventPage { event_id: named("id"), code: asked("code").unwrap_or_default() });
    view! {
        <Page title="Event">
            <Loaded data=page children=|shown| view! { <EventView page=shown /> } />
        </Page>
    }
}

#[component]
fn EventView(page: EventPageShown) -> impl IntoView {
    let event = page.event.clone();
    let hue = hue_of(face(event.id, event.series_id), None);
    let about = (!event.description.is_empty()).then(|| event.description.clone());
    view! {
        <Title text=event.title.clone() />
        <FoundByOthers page=page.clone() />
        <article class=format!("event hue-{hue}")>
            <EventHead event=event.clone() when=page.when.clone() />
            <Standing event=event.clone() />
            <div class="event-body">
                <div>
                    {about
                        .map(|about| {
                            view! {
                                <section aria-labelledby="about">
                                    <h2 id="about">"About"</h2>
                                    <p class="prose">{about}</p>
                                </section>
                            }
                        })} <Agenda days=page.agenda zone=event.time_zone.clone() /> <OtherDates dates=page.others />
                </div>
                <aside>
                    <TicketPanel event=event.clone() tickets=page.tickets places=page.places />
                    {(page.takes_codes || page.code.is_some()).then(|| view! { <CodePart event_id=event.id code=page.code /> })}
                </aside>
            </div>
        </article>
    }
}

#[component]
fn EventHead(event: Event, when: WhenShown) -> impl IntoView {
    let id = event.id;
    view! {
        <header class="event-head">
            <div class="poster-frame">
                <Poster of=face(id, event.series_id) picture_id=event.picture_id />
            </div>
            <div>
                {event.category_name.clone().map(|category| view! { <p class="overline">{category}</p> })}
                <h1>{event.title.clone()}</h1>
                <ul class="facts" role="list">
                    <li>
                        <Icon name="calendar" small=true />
                        <span>
                            <Time moment=when.there />
                            {when.here.map(|here| view! { <small>{format!("{here} where you are")}</small> })}
                        </span>
                    </li>
                    <Place event=event.clone() />
                    {event
                        .club_name
                        .clone()
                        .zip(event.club_id)
                        .map(|(name, club)| {
                            view! {
                                <li>
                                    <Icon name="club" small=true />
                                    <a href=format!("/clubs/{club}")>{name}</a>
                                </li>
                            }
                        })}
                    {event
                        .members_only
                        .then(|| {
                            view! {
                                <li>
                                    <Icon name="lock" small=true />
                                    "For members of the club"
                                </li>
                            }
                        })}
                </ul>
                <div class="button-row">
                    {(event.status != EventStatus::Cancelled)
                        .then(|| {
                            view! {
                                <a class="button" href=format!("/api/v1/events/{id}.ics")>
                                    <Icon name="calendar" small=true />
                                    "Add to calendar"
                                </a>
                            }
                        })}
                    {event
                        .runs_it
                        .then(|| {
                            view! {
                                <a class="button" href=format!("/organizer/events/{id}")>
                                    <Icon name="edit" small=true />
                                    "Manage"
                                </a>
                            }
                        })}
                </div>
            </div>
        </header>
    }
}

#[component]
fn Place(event: Event) -> impl IntoView {
    let named = [event.venue_name, event.location, event.city].into_iter().flatten().collect::<Vec<_>>().join(", ");
    view! {
        {(!named.is_empty())
            .then(|| {
                view! {
                    <li>
                        <Icon name="map-pin" small=true />
                        <span>{named}</span>
                    </li>
                }
            })}
        {event
            .online
            .then(|| {
                view! {
                    <li>
                        <Icon name="globe" small=true />
                        <span>"Online: those who hold a ticket get the address"</span>
                    </li>
                }
            })}
    }
}

/// Where it stands, when that is not simply that it will take place.
#[component]
fn Standing(event: Event) -> impl IntoView {
    match event.status {
        EventStatus::Published => ().into_any(),
        EventStatus::Draft => view! {
            <Callout tone="warn" title="This is a draft">
                <p>"Only you and those who run it with you see this page."</p>
            </Callout>
        }
        .into_any(),
        EventStatus::Ended => view! {
            <Callout tone="info" title="This is over">
                <p>"It stays here to be read."</p>
            </Callout>
        }
        .into_any(),
        EventStatus::Cancelled => view! {
            <Callout tone="bad" title="This does not take place">
                <p class="prose">{event.cancel_reason}</p>
            </Callout>
        }
        .into_any(),
    }
}
