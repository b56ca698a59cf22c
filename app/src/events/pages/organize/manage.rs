use domain::events::{Event, EventStatus};
use leptos::prelude::*;
use leptos_meta::Title;

use super::dates_part::DatesPart;
use super::go_live::GoLive;
use super::manage_parts::{AgendaPart, PicturePart, RarelyPart, TicketsPart};
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::time::Time;
use crate::events::api::organize::LoadManagedEvent;
use crate::events::api_views::ManagedEventShown;
use crate::events::pages::words::status;
use crate::parts::icon::Icon;
use crate::site::named;

#[component]
pub fn ManageEventPage() -> impl IntoView {
    let shown = Data::load(LoadManagedEvent { event_id: named("id") });
    view! {
        <Page title="Manage event">
            <Loaded data=shown children=|shown| view! { <Manage shown=shown /> } />
        </Page>
    }
}

#[component]
fn Manage(shown: ManagedEventShown) -> impl IntoView {
    let event = shown.event.clone();
    let id = event.id;
    let (class, words) = status(event.status);
    let open = event.status != EventStatus::Cancelled;
    view! {
        <Title text=event.title.clone() />
        <p class="way-back">
            <a href="/organizer">"My events"</a>
        </p>
        <PageHead title=event.title.clone()>
            <div class="button-row">
                <a class="button" href=format!("/events/{id}")>
                    <Icon name="eye" small=true />
                    {if event.status == EventStatus::Draft { "Preview" } else { "See it" }}
                </a>
                {open
                    .then(|| {
                        view! {
                            <a class="button" href=format!("/organizer/events/{id}/edit")>
                                <Icon name="edit" small=true />
                                "Edit"
                            </a>
                        }
                    })}
            </div>
        </PageHead>
        <ul class="facts" role="list">
            <li>
                <span class=class>{words}</span>
            </li>
            <li>
                <Icon name="calendar" small=true />
                <Time moment=shown.when.there.clone() />
            </li>
            <Facts event=event.clone() />
        </ul>
        <GoLive shown=shown.clone() />
        <DatesPart shown=shown.clone() />
        <TicketsPart shown=shown.clone() />
        <PromotionsPart event=event.clone() />
        <AgendaPart shown=shown.clone() />
        <PicturePart event=event.clone() />
        <RarelyPart shown=shown />
    }
}

/// Where it is, whose it is and for how many, as far as that is said.
#[component]
fn Facts(event: Event) -> impl IntoView {
    let place: Vec<String> = [event.venue_name, event.location, event.city].into_iter().flatten().collect();
    let place = (!place.is_empty()).then(|| place.join(", "));
    let online = event.online.then(|| "Online".to_owned());
    let club = event.club_name.zip(event.club_id);
    let places =
        event.capacity.map(|places| if places == 1 { "1 place".to_owned() } else { format!("{places} places") });
    let fact = |icon: &'static str, words: String| {
        view! {
            <li>
                <Icon name=icon small=true />
                <span>{words}</span>
            </li>
        }
    };
    view! {
        {place.map(|words| fact("map-pin", words))}
        {online.map(|words| fact("globe", words))}
        {club
            .map(|(name, id)| {
                view! {
                    <li>
                        <Icon name="club" small=true />
                        <a href=format!("/clubs/{id}")>{name}</a>
                    </li>
                }
            })}
        {places.map(|words| fact("users", words))}
    }
}

#[component]
fn PromotionsPart(event: Event) -> impl IntoView {
    view! {
        <section class="settings-section" aria-labelledby="promotions">
            <div class="section-head">
                <h2 id="promotions">"Promotions"</h2>
                <a class="button small" href=format!("/organizer/events/{}/promotions", event.id)>
                    "See its codes"
                </a>
            </div>
            <p class="soft">"Codes that take something off, for those you give them to."</p>
        </section>
    }
}
