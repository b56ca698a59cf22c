use domain::venues::Venue;
use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::dialog::{Dialog, DialogClose};
use crate::components::field::{SelectField, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::version::Version;
use crate::site::named;
use crate::venues::api::{CreateVenue, DeleteVenue, EditVenue, LoadVenueForm};
use crate::venues::api_views::VenueFormShown;

#[component]
pub fn VenueNewPage() -> impl IntoView {
    let shown = Data::load(LoadVenueForm { venue_id: String::new() });
    view! {
        <Page title="Add a venue" class="page narrow">
            <Loaded data=shown children=|shown| view! { <NewForm shown=shown /> } />
        </Page>
    }
}

#[component]
fn NewForm(shown: VenueFormShown) -> impl IntoView {
    let action = FormAction::to::<CreateVenue>();
    let form = FormState::of(action);
    view! {
        <PageHead title="Add a venue" lead="Everybody sees it. Its plan is drawn next." />
        <FormProblems state=form />
        <Form action=action>
            <Fields form=form shown=shown />
            <div class="button-row">
                <SubmitButton>"Add venue"</SubmitButton>
                <a class="button quiet" href="/venues">
                    "Not now"
                </a>
            </div>
        </Form>
    }
}

#[component]
pub fn VenueEditPage() -> impl IntoView {
    let shown = Data::load(LoadVenueForm { venue_id: named("id") });
    view! {
        <Page title="Edit venue" class="page narrow">
            <Loaded
                data=shown
                children=|shown| {
                    shown.venue.clone().map(|venue| view! { <EditForm shown=shown.clone() venue=venue /> })
                }
            />
        </Page>
    }
}

#[component]
fn EditForm(shown: VenueFormShown, venue: Venue) -> impl IntoView {
    let action = FormAction::to::<EditVenue>();
    let form = FormState::of(action);
    view! {
        <PageHead title=format!("Edit {}", venue.name) />
        <FormProblems state=form />
        <Form action=action>
            <input type="hidden" name="venue_id" value=venue.id.to_string() />
            <Version form=form version=venue.version />
            <Fields form=form shown=shown />
            <div class="button-row">
                <SubmitButton>"Save venue"</SubmitButton>
                <a class="button quiet" href=format!("/venues/{}", venue.id)>
                    "Leave as it is"
                </a>
            </div>
        </Form>
        <DeleteSection venue=venue />
    }
}

#[component]
fn Fields(form: FormState, shown: VenueFormShown) -> impl IntoView {
    let clubs = club_choices(&shown);
    let zones = shown.time_zones.iter().map(|zone| (zone.clone(), zone.replace('_', " "))).collect();
    let (name, address, city, time_zone, club) = match shown.venue {
        Some(venue) => (venue.name, venue.address, venue.city, venue.time_zone, venue.club_id),
        None => (String::new(), String::new(), String::new(), shown.time_zone, None),
    };
    let club = club.map(|id| id.to_string()).unwrap_or_default();
    view! {
        <TextField form=form name="name" label="Name" hint="As people who go there call it." value=name />
        <TextField form=form name="address" label="Address" hint="Street and number, which stairs, which bell." value=address />
        <TextField form=form name="city" label="City" value=city />
        <SelectField
            form=form
            name="time_zone"
            label="Time zone"
            hint="What the clock on its wall shows."
            value=time_zone
            options=zones
        />
        {if clubs.len() > 1 {
            view! {
                <SelectField
                    form=form
                    name="club_id"
                    label="For"
                    hint="The officers of a club look after its venue together with you."
                    value=club
                    options=clubs
                />
            }
                .into_any()
        } else {
            let only = clubs.into_iter().next().map(|(id, _)| id).unwrap_or_default();
            view! { <input type="hidden" name="club_id" value=only /> }.into_any()
        }}
    }
}

/// The club it is for now stays a choice, whoever edits.
fn club_choices(shown: &VenueFormShown) -> Vec<(String, String)> {
    let now = shown.venue.as_ref().and_then(|venue| venue.club_id.zip(venue.club_name.clone()));
    let is_new = shown.venue.is_none();
    let everybody = (shown.for_everybody || !is_new).then(|| (String::new(), "Everybody".to_owned()));
    let now_id = now.as_ref().map(|(id, _)| *id);
    let others = shown.clubs.iter().filter(|(id, _)| Some(*id) != now_id).cloned();
    everybody.into_iter().chain(now.into_iter().chain(others).map(|(id, name)| (id.to_string(), name))).collect()
}

#[component]
fn DeleteSection(venue: Venue) -> impl IntoView {
    let action = FormAction::to::<DeleteVenue>();
    let delete = FormState::of(action);
    view! {
        <section class="danger-zone" aria-labelledby="delete-head">
            <h2 id="delete-head">"Delete the venue"</h2>
            <p>"It is gone from the lists. What took place there still says where it was."</p>
            <FormProblems state=delete />
            <button class="button danger" type="button" popovertarget="delete">
                "Delete venue"
            </button>
            <Dialog id="delete" title=format!("Delete {}?", venue.name)>
                <p>"This cannot be undone."</p>
                <Form action=action class="">
                    <input type="hidden" name="venue_id" value=venue.id.to_string() />
                    <div class="button-row">
                        <DialogClose dialog="delete">"Keep it"</DialogClose>
                        <button class="button danger primary">"Delete venue"</button>
                    </div>
                </Form>
            </Dialog>
        </section>
    }
}
