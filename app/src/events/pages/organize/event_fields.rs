//! The fields of an event, the same for a new one and for one that is edited.

use domain::events::{EVENT_DESCRIPTION_MAX_CHARS, EventStatus};
use domain::money::Currency;
use leptos::prelude::*;

use crate::components::field::{CheckField, SelectField, TextArea, TextField};
use crate::components::form::FormState;
use crate::events::api_views::{EventFieldsShown, EventFormShown};
use crate::site::asked;

#[component]
pub fn EventFields(form: FormState, shown: EventFormShown) -> impl IntoView {
    let before = shown.event.clone();
    let event = before.as_ref().map(|before| before.event.clone());
    let text = |of: fn(&domain::events::Event) -> String| event.as_ref().map(of).unwrap_or_default();
    let categories = with_none("No category", shown.categories.clone());
    view! {
        <TextField form=form name="title" label="Title" hint="As it should stand on a poster." value=text(|event| event.title.clone()) />
        <TextArea
            form=form
            name="description"
            label="What it is about"
            value=text(|event| event.description.clone())
            max_chars=EVENT_DESCRIPTION_MAX_CHARS
        />
        <SelectField
            form=form
            name="category_id"
            label="Category"
            value=text(|event| event.category_id.map(|id| id.to_string()).unwrap_or_default())
            options=categories
        />
        <Who form=form shown=shown.clone() />
        <WhenFields form=form before=before zone=shown.zone.clone() zones=shown.zones.clone() />
        <WhereFields form=form shown=shown.clone() />
        <fieldset class="field-group">
            <legend>"How many"</legend>
            <TextField
                form=form
                name="capacity"
                label="Places altogether (optional)"
                hint="Left empty, the tickets decide. Without tickets everybody comes for free."
                value=text(|event| event.capacity.map(|places| places.to_string()).unwrap_or_default())
            />
            <CurrencyField form=form shown=shown />
        </fieldset>
    }
}

pub fn with_none(words: &str, mut choices: Vec<(String, String)>) -> Vec<(String, String)> {
    choices.insert(0, (String::new(), words.to_owned()));
    choices
}

#[component]
fn Who(form: FormState, shown: EventFormShown) -> impl IntoView {
    let event = shown.event.map(|before| before.event);
    // The page of a club leads here with its name in the address.
    let club_id = match &event {
        Some(event) => event.club_id.map(|id| id.to_string()),
        None => asked("club"),
    };
    let mut clubs = shown.clubs;
    // An admin edits for clubs they are not in.
    if let Some(id) =
        club_id.clone().filter(|id| !id.is_empty() && event.is_some() && !clubs.iter().any(|(known, _)| known == id))
    {
        let name = event.as_ref().and_then(|event| event.club_name.clone());
        clubs.push((id, name.unwrap_or_else(|| "A club that was closed".into())));
    }
    let alone = shown.alone || (event.is_some() && club_id.is_none());
    let clubs = if alone { with_none("Nobody but me", clubs) } else { clubs };
    view! {
        <fieldset class="field-group">
            <legend>"Who puts it on"</legend>
            <SelectField form=form name="club_id" label="Club" value=club_id.unwrap_or_default() options=clubs />
            <CheckField
                form=form
                name="members_only"
                label="For members of the club only"
                hint="Nobody else finds or sees it."
                ticked=event.is_some_and(|event| event.members_only)
            />
        </fieldset>
    }
}

#[component]
fn WhenFields(form: FormState, before: Option<EventFieldsShown>, zone: String, zones: Vec<String>) -> impl IntoView {
    let (starts_at, ends_at, zone) = match before {
        Some(before) => (before.starts_at, before.ends_at, before.event.time_zone),
        None => (String::new(), String::new(), zone),
    };
    let zones = zones.into_iter().map(|zone| (zone.clone(), zone.replace('_', " "))).collect();
    view! {
        <fieldset class="field-group">
            <legend>"When"</legend>
            <div class="field-pair">
                <TextField form=form name="starts_at" label="Begins" kind="datetime-local" value=starts_at />
                <TextField form=form name="ends_at" label="Ends" kind="datetime-local" value=ends_at />
            </div>
            <SelectField
                form=form
                name="time_zone"
                label="Time zone"
                hint="Of where it takes place: what the clocks there say."
                value=zone
                options=zones
            />
        </fieldset>
    }
}

#[component]
pub fn WhereFields(form: FormState, shown: EventFormShown) -> impl IntoView {
    let event = shown.event.map(|before| before.event);
    let text = |of: fn(&domain::events::Event) -> Option<String>| event.as_ref().and_then(of).unwrap_or_default();
    let mut venues = shown.venues;
    let venue_id = event.as_ref().and_then(|event| event.venue_id).map(|id| id.to_string());
    if let Some((id, name)) = venue_id.clone().zip(event.as_ref().and_then(|event| event.venue_name.clone()))
        && !venues.iter().any(|(known, _)| *known == id)
    {
        venues.push((id, name));
    }
    view! {
        <fieldset class="field-group">
            <legend>"Where"</legend>
            <SelectField
                form=form
                name="venue_id"
                label="Venue"
                hint="One with a seat plan brings its seats along."
                value=venue_id.unwrap_or_default()
                options=with_none("None of these", venues)
            />
            <TextField form=form name="location" label="Place (optional)" hint="A room, a street, a meeting point." value=text(|event| event.location.clone()) />
            <TextField form=form name="city" label="City (optional)" hint="People look for events by it." value=text(|event| event.city.clone()) />
            <TextField
                form=form
                name="online_url"
                label="Online address (optional)"
                hint="Only those who hold a ticket see it."
                kind="url"
                value=text(|event| event.online_url.clone())
                verbatim=true
            />
        </fieldset>
    }
}

/// What was seen in one currency is not sold in another.
#[component]
fn CurrencyField(form: FormState, shown: EventFormShown) -> impl IntoView {
    let event = shown.event.map(|before| before.event);
    let fixed = event.as_ref().is_some_and(|event| event.status != EventStatus::Draft);
    let currency = event.map_or(shown.currency, |event| event.currency);
    let options =
        Currency::ALL.iter().map(|currency| (currency.code().to_owned(), currency.code().to_owned())).collect();
    (!fixed).then(|| {
        view! { <SelectField form=form name="currency" label="Currency of its prices" value=currency.code() options=options /> }
    })
}
