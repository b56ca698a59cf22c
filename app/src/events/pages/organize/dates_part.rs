use domain::events::{CANCEL_REASON_MAX_CHARS, EventStatus};
use domain::ids::EventId;
use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::dialog::{Dialog, DialogClose, reopened};
use crate::components::field::{TextArea, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::table::{Column, Table};
use crate::components::time::Time;
use crate::events::api::dates::{CancelFollowing, ExtendSeries, LeaveSeries, PublishDates, SkipDate};
use crate::events::api_views::{DateShown, DatesShown, ManagedEventShown};
use crate::events::pages::words::status;

/// Of an event that stands alone, the way to repeat it; of a date, the others and what is done to them together.
#[component]
pub fn DatesPart(shown: ManagedEventShown) -> impl IntoView {
    let (id, event) = (shown.event.id, shown.event);
    let open = matches!(event.status, EventStatus::Draft | EventStatus::Published);
    let alone = shown.dates.is_none() && event.status != EventStatus::Cancelled;
    view! {
        <section class="settings-section series" aria-labelledby="dates">
            <div class="section-head">
                <h2 id="dates">"Dates"</h2>
                {alone
                    .then(|| {
                        view! {
                            <a class="button small" href=format!("/organizer/events/{id}/repeat")>
                                "Repeat this event"
                            </a>
                        }
                    })}
            </div>
            {match shown.dates {
                Some(dates) => view! { <Series id=id open=open dates=dates /> }.into_any(),
                None => view! { <p class="soft">"It takes place once."</p> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Series(id: EventId, open: bool, dates: DatesShown) -> impl IntoView {
    let (drafts, version) = (dates.drafts, dates.version);
    let publish = FormAction::to::<PublishDates>();
    let skip = FormAction::to::<SkipDate>();
    let later = FormState::of(FormAction::to::<CancelFollowing>()).with_prefix("later-");
    let without = (!dates.except.is_empty()).then(|| format!("Left out: {}.", dates.except.join("; ")));
    let over = dates.over.len();
    view! {
        <p class="soft">{dates.words} ". " {without}</p>
        <FormProblems state=FormState::of(publish) />
        <FormProblems state=FormState::of(skip) />
        {(!reopened(later)).then(|| view! { <FormProblems state=later /> })}
        <FormProblems state=FormState::of(FormAction::to::<LeaveSeries>()) />
        <DateTable id=id dates=dates.to_come />
        {(over > 0)
            .then(|| {
                view! {
                    <details class="unfold">
                        <summary>{if over == 1 { "One date is over".to_owned() } else { format!("{over} dates are over") }}</summary>
                        <DateTable id=id dates=dates.over />
                    </details>
                }
            })}
        <div class="button-row">
            {(drafts > 0)
                .then(|| {
                    view! {
                        <Form action=publish class="">
                            <input type="hidden" name="event_id" value=id.to_string() />
                            <SubmitButton class="button primary">
                                {if drafts == 1 { "Publish the draft".to_owned() } else { format!("Publish all {drafts} drafts") }}
                            </SubmitButton>
                        </Form>
                    }
                })}
            {open
                .then(|| {
                    view! {
                        <a class="button" href=format!("/organizer/events/{id}/following")>
                            "Edit this and later dates"
                        </a>
                        <CancelLater id=id />
                    }
                })} <Leave id=id />
        </div>
        <Extend id=id version=version />
    }
}

#[component]
fn DateTable(id: EventId, dates: Vec<DateShown>) -> impl IntoView {
    let columns = vec![Column::of("Date"), Column::of("State"), Column::figures("Taken"), Column::unseen("Actions")];
    let rows = dates.into_iter().map(move |date| view! { <DateRow id=id date=date /> });
    view! {
        <Table caption="Dates of the series" folds=true columns=columns>
            {rows.collect::<Vec<_>>()}
        </Table>
    }
}

/// The one whose page this is has no link to itself.
#[component]
fn DateRow(id: EventId, date: DateShown) -> impl IntoView {
    let skip = FormAction::to::<SkipDate>();
    let (class, words) = status(date.status);
    let this = date.id == id;
    let label = format!("Leave out {}", date.when.text);
    let when = date.when.clone();
    view! {
        <tr role="row" aria-current=this.then_some("true")>
            <th role="rowheader" scope="row">
                {if this {
                    view! { <Time moment=when /> <small class="faint">" (this one)"</small> }.into_any()
                } else {
                    view! {
                        <a href=format!("/organizer/events/{}", date.id)>
                            <Time moment=when />
                        </a>
                    }
                        .into_any()
                }} {date.title.map(|title| view! { <small class="faint">" " {title}</small> })}
            </th>
            <td role="cell" data-label="State">
                <span class=class>{words}</span>
            </td>
            <td role="cell" class="number" data-label="Taken">
                {date.taken}
            </td>
            <td role="cell" class="actions">
                {(date.status == EventStatus::Draft && !this)
                    .then(|| {
                        view! {
                            <Form action=skip class="">
                                <input type="hidden" name="event_id" value=id.to_string() />
                                <input type="hidden" name="date" value=date.day />
                                <SubmitButton class="button small quiet danger" label=label>
                                    "Leave out"
                                </SubmitButton>
                            </Form>
                        }
                    })}
            </td>
        </tr>
    }
}

#[component]
fn Extend(id: EventId, version: i64) -> impl IntoView {
    let extend = FormAction::to::<ExtendSeries>();
    let form = FormState::of(extend).with_prefix("extend-");
    view! {
        <FormProblems state=form />
        <Form action=extend class="form inline">
            <input type="hidden" name="event_id" value=id.to_string() />
            <input type="hidden" name="version" value=version />
            <TextField form=form name="until" label="Go on until" kind="date" hint="Further dates are drafts like this one." />
            <SubmitButton class="button">"Add dates"</SubmitButton>
        </Form>
    }
}

#[component]
fn Leave(id: EventId) -> impl IntoView {
    let leave = FormAction::to::<LeaveSeries>();
    view! {
        <Form action=leave class="">
            <input type="hidden" name="event_id" value=id.to_string() />
            <SubmitButton class="button quiet">"Take this date out of the series"</SubmitButton>
        </Form>
    }
}

#[component]
fn CancelLater(id: EventId) -> impl IntoView {
    let cancel = FormAction::to::<CancelFollowing>();
    let form = FormState::of(cancel).with_prefix("later-");
    let open = reopened(form);
    view! {
        <button class="button danger" type="button" popovertarget="cancel-later">
            "Call off this and later dates"
        </button>
        <Dialog id="cancel-later" title="Call off this and all later dates?" open=open>
            <p>"Their pages stay and say why. This cannot be taken back."</p>
            {open.then(|| view! { <FormProblems state=form /> })}
            <Form action=cancel class="">
                <input type="hidden" name="event_id" value=id.to_string() />
                <TextArea form=form name="reason" label="Why" max_chars=CANCEL_REASON_MAX_CHARS needed=true />
                <div class="button-row">
                    <DialogClose dialog="cancel-later" open=open>"They take place"</DialogClose>
                    <button class="button danger primary">"Call them off"</button>
                </div>
            </Form>
        </Dialog>
    }
}
