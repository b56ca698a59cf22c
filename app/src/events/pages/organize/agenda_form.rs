use domain::events::SESSION_DESCRIPTION_MAX_CHARS;
use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::field::{TextArea, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::version::Version;
use crate::events::api::agenda::{LoadAgendaForm, SaveSession};
use crate::events::api_views::{AgendaFormShown, SessionFieldsShown};
use crate::site::named;

/// For a new session as for one that is edited.
#[component]
pub fn AgendaFormPage() -> impl IntoView {
    let shown = Data::load(LoadAgendaForm { event_id: named("id"), session_id: named("session_id") });
    view! {
        <Page title="Session" class="page narrow">
            <Loaded data=shown children=|shown| view! { <SessionForm shown=shown /> } />
        </Page>
    }
}

#[component]
fn SessionForm(shown: AgendaFormShown) -> impl IntoView {
    let action = FormAction::to::<SaveSession>();
    let form = FormState::of(action);
    let (event, session) = (shown.event, shown.session);
    let back = format!("/organizer/events/{}", event.id);
    let filled = session.clone();
    let text = move |of: fn(&SessionFieldsShown) -> String| filled.as_ref().map(of).unwrap_or_default();
    let starts_at = session.as_ref().map_or(shown.starts_at, |session| session.starts_at.0.clone());
    let ends_at = session.as_ref().map_or(shown.ends_at, |session| session.ends_at.0.clone());
    view! {
        <p class="way-back">
            <a href=back.clone()>{event.title.clone()}</a>
        </p>
        <PageHead
            title=if session.is_some() { "Edit session" } else { "Add a session" }
            lead="It lies inside the event. No room and no speaker is in two places at once."
        />
        <FormProblems state=form />
        <Form action=action>
            <input type="hidden" name="event_id" value=event.id.to_string() />
            <input type="hidden" name="time_zone" value=event.time_zone.clone() />
            {session
                .as_ref()
                .map(|session| {
                    view! {
                        <input type="hidden" name="session_id" value=session.id.to_string() />
                        <Version form=form version=session.version />
                        <input type="hidden" name="was_starts_at" value=session.starts_at.1.clone() />
                        <input type="hidden" name="was_ends_at" value=session.ends_at.1.clone() />
                    }
                })}
            <TextField form=form name="title" label="Title" value=text(|session| session.title.clone()) />
            <div class="field-pair">
                <TextField form=form name="starts_at" label="Begins" kind="datetime-local" value=starts_at />
                <TextField form=form name="ends_at" label="Ends" kind="datetime-local" value=ends_at />
            </div>
            <TextField form=form name="room" label="Room (optional)" value=text(|session| session.room.clone()) />
            <TextField form=form name="speaker_name" label="Speaker (optional)" value=text(|session| session.speaker_name.clone()) />
            <TextField form=form name="capacity" label="Places (optional)" value=text(|session| session.capacity.clone()) />
            <TextArea form=form name="description" label="What happens" value=text(|session| session.description.clone()) max_chars=SESSION_DESCRIPTION_MAX_CHARS />
            <div class="button-row">
                <SubmitButton>"Save session"</SubmitButton>
                <a class="button quiet" href=back>
                    "Leave as it is"
                </a>
            </div>
        </Form>
    }
}
