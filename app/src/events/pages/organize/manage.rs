use domain::events::{Event, EventStatus};
use leptos::prelude::*;
use leptos_meta::Title;

use super::dates_part::DatesPart;
use super::manage_parts::{AgendaPart, PicturePart, RarelyPart, TicketsPart};
use crate::components::button::SubmitButton;
use crate::components::callout::Callout;
use crate::components::data::Data;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::time::Time;
use crate::events::api::organize::{LoadManagedEvent, PublishEvent};
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

/// What is missing before everybody may see it, and the button once nothing is.
#[component]
fn GoLive(shown: ManagedEventShown) -> impl IntoView {
    let publish = FormAction::to::<PublishEvent>();
    let event = shown.event;
    match event.status {
        EventStatus::Cancelled => view! {
            <Callout tone="bad" title="This was called off">
                <p class="prose">{event.cancel_reason}</p>
            </Callout>
        }
        .into_any(),
        EventStatus::Published | EventStatus::Ended => ().into_any(),
        EventStatus::Draft if shown.problems.is_empty() => view! {
            <FormProblems state=FormState::of(publish) />
            <Callout tone="good" title="Ready: nothing is missing">
                <Form action=publish class="">
                    <input type="hidden" name="event_id" value=event.id.to_string() />
                    <SubmitButton class="button primary">"Publish"</SubmitButton>
                </Form>
            </Callout>
        }
        .into_any(),
        EventStatus::Draft => view! {
            <FormProblems state=FormState::of(publish) />
            <Callout tone="warn" title="Before you can publish it">
                <ul class="to-do">
                    {shown.problems.into_iter().map(|problem| view! { <li>{problem.sentence}</li> }).collect::<Vec<_>>()}
                </ul>
            </Callout>
        }
        .into_any(),
    }
}
