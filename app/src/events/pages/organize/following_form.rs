use domain::events::EVENT_DESCRIPTION_MAX_CHARS;
use leptos::prelude::*;
use leptos_meta::Title;

use super::event_fields::{WhereFields, with_none};
use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::field::{CheckField, SelectField, TextArea, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::version::Version;
use crate::events::api::dates::EditFollowing;
use crate::events::api::organize::LoadEventForm;
use crate::events::api_views::EventFormShown;
use crate::site::named;

/// A date and all later ones, changed together.
#[component]
pub fn FollowingPage() -> impl IntoView {
    let shown = Data::load(LoadEventForm { event_id: named("id") });
    view! {
        <Page title="Edit this and later dates" class="page narrow">
            <Loaded data=shown children=|shown| view! { <FollowingForm shown=shown /> } />
        </Page>
    }
}

#[component]
fn FollowingForm(shown: EventFormShown) -> impl IntoView {
    let action = FormAction::to::<EditFollowing>();
    let form = FormState::of(action);
    shown.event.clone().map(|fields| {
        let event = fields.event;
        let back = format!("/organizer/events/{}", event.id);
        let capacity = event.capacity.map(|places| places.to_string()).unwrap_or_default();
        let category = event.category_id.map(|id| id.to_string()).unwrap_or_default();
        let categories = with_none("No category", shown.categories.clone());
        view! {
            <Title text=format!("Edit dates of {}", event.title) />
            <p class="way-back">
                <a href=back.clone()>{event.title.clone()}</a>
            </p>
            <PageHead
                title="Edit this and later dates"
                lead="What you change here changes there, too. What is over or called off stays as it is."
            />
            <FormProblems state=form />
            <Form action=action>
                <input type="hidden" name="event_id" value=event.id.to_string() />
                <Version form=form version=event.version />
                <TextField form=form name="title" label="Title" value=event.title.clone() />
                <TextArea
                    form=form
                    name="description"
                    label="What it is about"
                    value=event.description.clone()
                    max_chars=EVENT_DESCRIPTION_MAX_CHARS
                />
                <input type="hidden" name="time_zone" value=event.time_zone.clone() />
                <input type="hidden" name="was_starts_at" value=event.starts_at.to_string() />
                <input type="hidden" name="was_ends_at" value=event.ends_at.to_string() />
                <fieldset class="field-group">
                    <legend>"When this date is"</legend>
                    <p class="field-hint">"The later ones are moved by as much, except one that has hours of its own."</p>
                    <div class="field-pair">
                        <TextField form=form name="starts_at" label="Begins" kind="datetime-local" value=fields.starts_at />
                        <TextField form=form name="ends_at" label="Ends" kind="datetime-local" value=fields.ends_at />
                    </div>
                </fieldset>
                <SelectField form=form name="category_id" label="Category" value=category options=categories />
                <WhereFields form=form shown=shown.clone() />
                <fieldset class="field-group">
                    <legend>"How many, and for whom"</legend>
                    <TextField
                        form=form
                        name="capacity"
                        label="Places on each date (optional)"
                        hint="Left empty, the tickets decide."
                        value=capacity
                    />
                    <CheckField
                        form=form
                        name="members_only"
                        label="For members of the club only"
                        hint="Nobody else finds or sees it."
                        ticked=event.members_only
                    />
                    <CheckField
                        form=form
                        name="everywhere"
                        label="Also where a later date says something of its own"
                        hint="Without it, a date whose title, place or number of places is its own keeps that."
                        ticked=false
                    />
                </fieldset>
                <div class="button-row">
                    <SubmitButton>"Save dates"</SubmitButton>
                    <a class="button quiet" href=back>
                        "Leave as it is"
                    </a>
                </div>
            </Form>
        }
    })
}
