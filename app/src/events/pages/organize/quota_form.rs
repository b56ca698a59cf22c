use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::data::Data;
use crate::components::field::TextField;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::ticks::Ticks;
use crate::components::version::Version;
use crate::events::api::quotas::{LoadQuotaForm, SaveQuota};
use crate::events::api_views::QuotaFormShown;
use crate::site::named;

/// For a new one as for one that is edited.
#[component]
pub fn QuotaFormPage() -> impl IntoView {
    let shown = Data::load(LoadQuotaForm { event_id: named("id"), quota_id: named("quota_id") });
    view! {
        <Page title="Shared quota" class="page narrow">
            <Loaded data=shown children=|shown| view! { <QuotaForm shown=shown /> } />
        </Page>
    }
}

#[component]
fn QuotaForm(shown: QuotaFormShown) -> impl IntoView {
    let action = FormAction::to::<SaveQuota>();
    let form = FormState::of(action);
    let (event, quota) = (shown.event, shown.quota);
    let back = format!("/organizer/events/{}", event.id);
    let (name, size) = quota.as_ref().map(|quota| (quota.name.clone(), quota.size.to_string())).unwrap_or_default();
    view! {
        <p class="way-back">
            <a href=back.clone()>{event.title.clone()}</a>
        </p>
        <PageHead
            title=if quota.is_some() { "Edit shared quota" } else { "Share a quota" }
            lead="So many altogether of several tickets, like adults and children on the same forty places."
        />
        <FormProblems state=form />
        <Form action=action>
            <input type="hidden" name="event_id" value=event.id.to_string() />
            {quota
                .as_ref()
                .map(|quota| {
                    view! {
                        <input type="hidden" name="quota_id" value=quota.id.to_string() />
                        <Version form=form version=quota.version />
                    }
                })}
            <TextField form=form name="name" label="Name" hint="Only those who run the event see it." value=name />
            <TextField form=form name="size" label="How many altogether" value=size />
            <Ticks form=form name="tickets" field="ticket_type_ids" legend="Tickets that share it" hint="Two at least." choices=shown.tickets />
            <div class="button-row">
                <SubmitButton>"Save shared quota"</SubmitButton>
                <a class="button quiet" href=back>
                    "Leave as it is"
                </a>
            </div>
        </Form>
    }
}
