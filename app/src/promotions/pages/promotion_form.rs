use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::callout::Callout;
use crate::components::data::Data;
use crate::components::field::{SelectField, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::ticks::Ticks;
use crate::components::version::Version;
use crate::promotions::api::{LoadPromotionForm, SavePromotion};
use crate::promotions::api_views::{PERCENT, PromotionFieldsShown, PromotionFormShown};
use crate::site::named;

/// For a new one as for one that is edited.
#[component]
pub fn PromotionFormPage() -> impl IntoView {
    let shown = Data::load(LoadPromotionForm { event_id: named("id"), promotion_id: named("promotion_id") });
    view! {
        <Page title="Promotion" class="page narrow">
            <Loaded data=shown children=|shown| view! { <PromotionForm shown=shown /> } />
        </Page>
    }
}

#[component]
fn PromotionForm(shown: PromotionFormShown) -> impl IntoView {
    let action = FormAction::to::<SavePromotion>();
    let form = FormState::of(action);
    let event_id = shown.event.as_ref().map(|event| event.id.to_string()).unwrap_or_default();
    let (back, whose) = match shown.event {
        Some(event) => (format!("/organizer/events/{}/promotions", event.id), format!("Promotions of {}", event.title)),
        None => ("/admin/promotions".into(), "Promotions".into()),
    };
    let promotion = shown.promotion;
    let filled = promotion.clone();
    let text = move |of: fn(&PromotionFieldsShown) -> String| filled.as_ref().map(of).unwrap_or_default();
    let least = promotion.as_ref().map_or("1".into(), |promotion| promotion.min_tickets.clone());
    view! {
        <p class="way-back">
            <a href=back.clone()>{whose}</a>
        </p>
        <PageHead title=if promotion.is_some() { "Edit code" } else { "Make a code" } />
        <FormProblems state=form />
        <Form action=action>
            <input type="hidden" name="event_id" value=event_id />
            <input type="hidden" name="time_zone" value=shown.zone.clone() />
            {promotion
                .as_ref()
                .map(|promotion| {
                    view! {
                        <input type="hidden" name="promotion_id" value=promotion.id.to_string() />
                        <Version form=form version=promotion.version />
                        <input type="hidden" name="was_starts_at" value=promotion.starts_at.1.clone() />
                        <input type="hidden" name="was_ends_at" value=promotion.ends_at.1.clone() />
                    }
                })}
            <Promise form=form promotion=promotion units=shown.units />
            {(!shown.tickets.is_empty())
                .then(|| {
                    view! {
                        <Ticks form=form name="tickets" field="ticket_type_ids" legend="Only for some tickets" hint="None ticked: for all of them." choices=shown.tickets />
                    }
                })}
            <TextField form=form name="min_tickets" label="Holds from so many tickets on" hint="1 is any booking." value=least />
            <div class="field-pair">
                <TextField form=form name="max_uses" label="Bookings altogether (optional)" hint="Left empty: no end." value=text(|promotion| promotion.max_uses.clone()) />
                <TextField form=form name="max_uses_per_person" label="Per person (optional)" value=text(|promotion| promotion.max_uses_per_person.clone()) />
            </div>
            <fieldset class="field-group">
                <legend>"Holds"</legend>
                <p class="field-hint">{format!("As the clocks in {} say.", shown.zone.replace('_', " "))}</p>
                <div class="field-pair">
                    <TextField form=form name="starts_at" label="From (optional)" kind="datetime-local" value=text(|promotion| promotion.starts_at.0.clone()) />
                    <TextField form=form name="ends_at" label="Until (optional)" kind="datetime-local" value=text(|promotion| promotion.ends_at.0.clone()) />
                </div>
            </fieldset>
            <div class="button-row">
                <SubmitButton>"Save code"</SubmitButton>
                <a class="button quiet" href=back>
                    "Leave as it is"
                </a>
            </div>
        </Form>
    }
}

/// The code and what it takes off. What people were promised is only shown once somebody used it.
#[component]
fn Promise(form: FormState, promotion: Option<PromotionFieldsShown>, units: Vec<(String, String)>) -> impl IntoView {
    let used = promotion.as_ref().and_then(|promotion| promotion.used.clone());
    let (code, off, unit, takes_off) = match promotion {
        Some(promotion) => (promotion.code, promotion.off, promotion.unit, promotion.takes_off),
        None => (String::new(), String::new(), PERCENT.to_owned(), String::new()),
    };
    if let Some(used) = used {
        return view! {
            <Callout tone="info" title=format!("{code}: {takes_off}")>
                <p>{format!("It was used {used}, so this stays. Pause it and make another one if it should be something else.")}</p>
            </Callout>
        }
        .into_any();
    }
    let hint = "What people type, like SPRING-27: letters, digits, - and _.";
    view! {
        <TextField form=form name="code" label="Code" hint=hint value=code verbatim=true />
        <div class="field-pair">
            <TextField form=form name="off" label="Takes off" value=off />
            <SelectField form=form name="unit" label="Of what" value=unit options=units />
        </div>
    }
    .into_any()
}
