use domain::events::{PER_ORDER_DEFAULT, TICKET_DESCRIPTION_MAX_CHARS, TIERS_MAX};
use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::field::{CheckField, SelectField, TextArea, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::version::Version;
use crate::events::api::tickets::{LoadTicketForm, SaveTicketType};
use crate::events::api_views::{TicketFieldsShown, TicketFormShown, TierTyped};
use crate::site::named;

/// For a new one as for one that is edited.
#[component]
pub fn TicketFormPage() -> impl IntoView {
    let shown = Data::load(LoadTicketForm { event_id: named("id"), ticket_type_id: named("ticket_id") });
    view! {
        <Page title="Ticket" class="page narrow">
            <Loaded data=shown children=|shown| view! { <TicketForm shown=shown /> } />
        </Page>
    }
}

#[component]
fn TicketForm(shown: TicketFormShown) -> impl IntoView {
    let action = FormAction::to::<SaveTicketType>();
    let form = FormState::of(action);
    let (event, ticket) = (shown.event, shown.ticket);
    let back = format!("/organizer/events/{}", event.id);
    let filled = ticket.clone();
    let text = move |of: fn(&TicketFieldsShown) -> String| filled.as_ref().map(of).unwrap_or_default();
    let least = ticket.as_ref().map_or("1".to_owned(), |ticket| ticket.min_per_order.clone());
    let per_order = ticket.as_ref().map_or(PER_ORDER_DEFAULT.to_string(), |ticket| ticket.max_per_order.clone());
    let mut sections: Vec<_> = shown.sections.into_iter().map(|section| (section.id, section.name)).collect();
    let seated = !sections.is_empty();
    sections.insert(0, (String::new(), "Anywhere".into()));
    view! {
        <p class="way-back">
            <a href=back.clone()>{event.title.clone()}</a>
        </p>
        <PageHead title=if ticket.is_some() { "Edit ticket" } else { "Add a ticket" } />
        <FormProblems state=form />
        <Form action=action>
            <input type="hidden" name="event_id" value=event.id.to_string() />
            <input type="hidden" name="currency" value=event.currency.code() />
            <input type="hidden" name="time_zone" value=event.time_zone.clone() />
            {ticket
                .as_ref()
                .map(|ticket| {
                    view! {
                        <input type="hidden" name="ticket_type_id" value=ticket.id.to_string() />
                        <Version form=form version=ticket.version />
                        <input type="hidden" name="was_sales_start" value=ticket.sales_start.1.clone() />
                        <input type="hidden" name="was_sales_end" value=ticket.sales_end.1.clone() />
                    }
                })}
            <TextField form=form name="name" label="Name" hint="Like “Regular” or “Students”." value=text(|ticket| ticket.name.clone()) />
            <TextArea form=form name="description" label="What it includes" value=text(|ticket| ticket.description.clone()) max_chars=TICKET_DESCRIPTION_MAX_CHARS />
            <TextField form=form name="price" label="Price" hint="0 is free." value=text(|ticket| ticket.price.clone()) />
            {seated
                .then(|| {
                    view! { <SelectField form=form name="section_id" label="Section" value=text(|ticket| ticket.section_id.clone()) options=sections /> }
                })}
            <TextField form=form name="quota" label="How many (optional)" hint="Left empty: as many as there are places." value=text(|ticket| ticket.quota.clone()) />
            <Limits form=form least=least per_order=per_order per_person=text(|ticket| ticket.max_per_person.clone()) />
            <fieldset class="field-group">
                <legend>"On sale"</legend>
                <div class="field-pair">
                    <TextField form=form name="sales_start" label="From (optional)" kind="datetime-local" value=text(|ticket| ticket.sales_start.0.clone()) />
                    <TextField form=form name="sales_end" label="Until (optional)" kind="datetime-local" value=text(|ticket| ticket.sales_end.0.clone()) />
                </div>
            </fieldset>
            <Tiers form=form tiers=ticket.as_ref().map(|ticket| ticket.tiers.clone()).unwrap_or_default() />
            <CheckField form=form name="members_only" label="For members of the club" ticked=ticket.as_ref().is_some_and(|ticket| ticket.members_only) />
            <CheckField form=form name="hidden" label="Hidden" hint="Only those who run the event see it." ticked=ticket.as_ref().is_some_and(|ticket| ticket.hidden) />
            <div class="button-row">
                <SubmitButton>"Save ticket"</SubmitButton>
                <a class="button quiet" href=back>
                    "Leave as it is"
                </a>
            </div>
        </Form>
    }
}

#[component]
fn Limits(form: FormState, least: String, per_order: String, per_person: String) -> impl IntoView {
    view! {
        <fieldset class="field-group">
            <legend>"How many one may take"</legend>
            <div class="field-pair">
                <TextField form=form name="min_per_order" label="At least in one order" value=least />
                <TextField form=form name="max_per_order" label="At most in one order" value=per_order />
            </div>
            <TextField form=form name="max_per_person" label="At most per person (optional)" value=per_person />
        </fieldset>
    }
}

/// The prices for the early ones, and an empty row for one more.
#[component]
fn Tiers(form: FormState, tiers: Vec<TierTyped>) -> impl IntoView {
    let mut tiers = tiers;
    if tiers.len() < TIERS_MAX {
        tiers.push(TierTyped::default());
    }
    let rows = tiers.into_iter().enumerate().map(|(index, tier)| {
        let field = |name: &'static str, label: &'static str, kind: &'static str, value: String| {
            let (sent, asked) = (format!("tiers[{index}][{name}]"), format!("tiers[{index}].{name}"));
            let problem = form.problem(&asked);
            let fine = problem.is_none();
            let id = form.id(&asked);
            view! {
                <div class=format!("field tier-{name}")>
                    <label for=id.clone()>{label}</label>
                    <input
                        class="input"
                        id=id.clone()
                        name=sent.clone()
                        type=kind
                        value=form.value(&sent, &value)
                        autocomplete="off"
                        aria-invalid=(!fine).then_some("true")
                        aria-describedby=format!("{id}-problem")
                    />
                    <p class="field-problem" id=format!("{id}-problem") hidden=fine>
                        <span>{problem}</span>
                    </p>
                </div>
            }
        };
        view! {
            <div class="tier-row">
                <input type="hidden" name=format!("tiers[{index}][was_until]") value=tier.was_until />
                {field("name", "Called", "text", tier.name)} {field("price", "Price", "text", tier.price)}
                {field("quantity", "For the first (optional)", "text", tier.quantity)}
                {field("until", "Until (optional)", "datetime-local", tier.until)}
            </div>
        }
    });
    view! {
        <fieldset class="field-group">
            <legend>"Prices for the early ones"</legend>
            <p class="field-hint">"Until a time, for so many tickets, or whichever comes first. A row without anything in it does not count."</p>
            {rows.collect::<Vec<_>>()}
        </fieldset>
    }
}
