use domain::events::EventStatus;
use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::table::{Column, Table};
use crate::events::api::quotas::DeleteQuota;
use crate::events::api_views::{ManagedEventShown, ManagedQuotaShown};

/// What several kinds of ticket share: nothing where there is only one.
#[component]
pub fn QuotasPart(shown: ManagedEventShown) -> impl IntoView {
    if shown.tickets.len() < 2 && shown.quotas.is_empty() {
        return ().into_any();
    }
    let id = shown.event.id;
    let open = shown.event.status != EventStatus::Cancelled;
    let columns =
        vec![Column::of("Shared quota"), Column::of("Tickets"), Column::of("Taken"), Column::unseen("Actions")];
    let none = shown.quotas.is_empty();
    let rows =
        shown.quotas.into_iter().map(move |quota| view! { <QuotaRow event_id=id.to_string() open=open quota=quota /> });
    view! {
        <div class="shared-quotas">
        <FormProblems state=FormState::of(FormAction::to::<DeleteQuota>()) />
        {(!none)
            .then(|| {
                view! {
                    <Table caption="What several tickets share" folds=true columns=columns>
                        {rows.collect::<Vec<_>>()}
                    </Table>
                }
            })}
        {open
            .then(|| {
                view! {
                    <p class="soft">
                        "Can several of them be bought for the same places? "
                        <a href=format!("/organizer/events/{id}/quotas/new")>"Share a quota"</a> "."
                    </p>
                }
            })}
        </div>
    }
    .into_any()
}

#[component]
fn QuotaRow(event_id: String, open: bool, quota: ManagedQuotaShown) -> impl IntoView {
    let delete = FormAction::to::<DeleteQuota>();
    let (edit, remove) = (format!("Edit shared quota {}", quota.name), format!("Remove shared quota {}", quota.name));
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                {quota.name}
            </th>
            <td role="cell" data-label="Tickets">
                {quota.tickets.join(", ")}
            </td>
            <td role="cell" data-label="Taken">
                {format!("{} of {}", quota.taken, quota.size)}
            </td>
            <td role="cell" class="actions">
                {open
                    .then(|| {
                        view! {
                            <div class="button-row">
                            <a class="button small" href=format!("/organizer/events/{event_id}/quotas/{}", quota.id) aria-label=edit>
                                "Edit"
                            </a>
                            <Form action=delete class="">
                                <input type="hidden" name="event_id" value=event_id.clone() />
                                <input type="hidden" name="quota_id" value=quota.id.to_string() />
                                <SubmitButton class="button small quiet danger" label=remove>
                                    "Remove"
                                </SubmitButton>
                            </Form>
                            </div>
                        }
                    })}
            </td>
        </tr>
    }
}
