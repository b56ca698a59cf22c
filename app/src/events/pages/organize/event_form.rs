use domain::events::EventStatus;
use leptos::prelude::*;
use leptos_meta::Title;

use super::event_fields::EventFields;
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::state::Empty;
use crate::components::version::Version;
use crate::events::api::organize::{CreateEvent, EditEvent, LoadEventForm};
use crate::events::api_views::EventFormShown;
use crate::site::named;

#[component]
pub fn EventNewPage() -> impl IntoView {
    let shown = Data::load(LoadEventForm { event_id: String::new() });
    view! {
        <Page title="Put on an event" class="page narrow">
            <Loaded data=shown children=|shown| view! { <NewForm shown=shown /> } />
        </Page>
    }
}

#[component]
fn NewForm(shown: EventFormShown) -> impl IntoView {
    let action = FormAction::to::<CreateEvent>();
    let form = FormState::of(action);
    if !shown.alone && shown.clubs.is_empty() {
        return view! { <NobodyToPutOnFor /> }.into_any();
    }
    view! {
        <PageHead
            title="Put on an event"
            lead="It begins as a draft: nobody else sees it until you publish it. Tickets, agenda and picture come next."
        />
        <FormProblems state=form />
        <Form action=action>
            <EventFields form=form shown=shown />
            <div class="button-row">
                <SubmitButton>"Make draft"</SubmitButton>
                <a class="button quiet" href="/organizer">
                    "Not now"
                </a>
            </div>
        </Form>
    }
    .into_any()
}

/// Before somebody fills in what they could not save.
#[component]
fn NobodyToPutOnFor() -> impl IntoView {
    view! {
        <PageHead title="Put on an event" />
        <Empty title="Not with this account yet" words="Organizers put on events of their own, and those who run a club put on events for it.">
            <a class="button primary" href="/settings/profile">
                "Become an organizer"
            </a>
            <a class="button" href="/clubs">
                "See the clubs"
            </a>
        </Empty>
    }
}

#[component]
pub fn EventEditPage() -> impl IntoView {
    let shown = Data::load(LoadEventForm { event_id: named("id") });
    view! {
        <Page title="Edit event" class="page narrow">
            <Loaded data=shown children=|shown| view! { <EditForm shown=shown /> } />
        </Page>
    }
}

#[component]
fn EditForm(shown: EventFormShown) -> impl IntoView {
    let action = FormAction::to::<EditEvent>();
    let form = FormState::of(action);
    shown.event.clone().map(|fields| {
        let event = fields.event;
        let back = format!("/organizer/events/{}", event.id);
        let seen = event.status != EventStatus::Draft;
        view! {
            <Title text=format!("Edit {}", event.title) />
            <p class="way-back">
                <a href=back.clone()>{event.title.clone()}</a>
            </p>
            <PageHead
                title="Edit event"
                lead=if seen { "Everybody has seen it: what you change here shows at once." } else { "" }
            />
            <FormProblems state=form />
            <Form action=action>
                <input type="hidden" name="event_id" value=event.id.to_string() />
                <Version form=form version=event.version />
                <input type="hidden" name="was_starts_at" value=event.starts_at.to_string() />
                <input type="hidden" name="was_ends_at" value=event.ends_at.to_string() />
                <EventFields form=form shown=shown.clone() />
                <div class="button-row">
                    <SubmitButton>"Save event"</SubmitButton>
                    <a class="button quiet" href=back>
                        "Leave as it is"
                    </a>
                </div>
            </Form>
        }
    })
}
