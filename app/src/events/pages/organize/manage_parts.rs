use domain::events::{CANCEL_REASON_MAX_CHARS, Event, EventStatus};
use leptos::prelude::*;

use super::quotas_part::QuotasPart;
use crate::components::button::SubmitButton;
use crate::components::dialog::{Dialog, DialogClose, reopened};
use crate::components::field::{TextArea, TextField};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::picture_form::PictureForm;
use crate::components::poster::{Poster, hue_of};
use crate::components::table::{Column, Table};
use crate::components::time::Time;
use crate::events::api::agenda::DeleteSession;
use crate::events::api::organize::{CancelEvent, CloneEvent, DeleteEvent, RemoveEventPicture};
use crate::events::api::tickets::DeleteTicketType;
use crate::events::api_views::{ManagedEventShown, ManagedTicketShown};
use crate::events::pages::words::face;

#[component]
pub fn TicketsPart(shown: ManagedEventShown) -> impl IntoView {
    let quotas = shown.clone();
    let event = shown.event;
    let id = event.id;
    let open = event.status != EventStatus::Cancelled;
    let columns = vec![Column::of("Ticket"), Column::of("Price now"), Column::of("Sold"), Column::unseen("Actions")];
    view! {
        <section class="settings-section" aria-labelledby="tickets">
            <div class="section-head">
                <h2 id="tickets">"Tickets"</h2>
                {open
                    .then(|| {
                        view! {
                            <a class="button small" href=format!("/organizer/events/{id}/tickets/new")>
                                "Add a ticket"
                            </a>
                        }
                    })}
            </div>
            <FormProblems state=FormState::of(FormAction::to::<DeleteTicketType>()) />
            {if shown.tickets.is_empty() {
                view! { <p class="soft">"None yet. Without any, it is free for as many as there are places."</p> }.into_any()
            } else {
                let rows = shown.tickets.into_iter().map(move |ticket| view! { <TicketRow event=event.clone() ticket=ticket /> });
                view! {
                    <Table caption="What one can buy" folds=true columns=columns>
                        {rows.collect::<Vec<_>>()}
                    </Table>
                }
                    .into_any()
            }} <QuotasPart shown=quotas />
        </section>
    }
}

#[component]
fn TicketRow(event: Event, ticket: ManagedTicketShown) -> impl IntoView {
    let delete = FormAction::to::<DeleteTicketType>();
    let sold = match ticket.quota {
        Some(quota) => format!("{} of {quota}", ticket.sold),
        None => ticket.sold.to_string(),
    };
    let open = event.status != EventStatus::Cancelled;
    let label = format!("Remove ticket {}", ticket.name);
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                {ticket.name.clone()} {ticket.hidden.then(|| view! { <span class="badge">"Hidden"</span> })}
            </th>
            <td role="cell" data-label="Price now">
                <span class="amount">{ticket.price}</span>
                {ticket.tier.map(|tier| view! { <small class="faint">" " {tier}</small> })}
            </td>
            <td role="cell" data-label="Sold">
                {sold} {(ticket.held > 0).then(|| view! { <small class="faint">{format!(" and {} held", ticket.held)}</small> })}
            </td>
            <td role="cell" class="actions">
                {open
                    .then(|| {
                        view! {
                            <div class="button-row">
                                <a class="button small" href=format!("/organizer/events/{}/tickets/{}", event.id, ticket.id) aria-label=format!("Edit ticket {}", ticket.name)>
                                    "Edit"
                                </a>
                                <Form action=delete class="">
                                    <input type="hidden" name="event_id" value=event.id.to_string() />
                                    <input type="hidden" name="ticket_type_id" value=ticket.id.to_string() />
                                    <SubmitButton class="button small quiet danger" label=label>
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

#[component]
pub fn AgendaPart(shown: ManagedEventShown) -> impl IntoView {
    let delete = FormAction::to::<DeleteSession>();
    let id = shown.event.id;
    let open = shown.event.status != EventStatus::Cancelled;
    let empty = shown.agenda.is_empty();
    let days = shown.agenda.into_iter().map(move |day| {
        let items = day.sessions.into_iter().map(move |session| {
            let label = format!("Remove {}", session.title);
            view! {
                <li>
                    <span>
                        <Time moment=session.time /> " " <strong>{session.title.clone()}</strong>
                        {session.room.map(|room| view! { <small class="faint">{format!(" · {room}")}</small> })}
                    </span>
                    {open
                        .then(|| {
                            view! {
                                <span class="button-row">
                                    <a class="button small" href=format!("/organizer/events/{id}/agenda/{}", session.id) aria-label=format!("Edit {}", session.title)>
                                        "Edit"
                                    </a>
                                    <Form action=delete class="">
                                        <input type="hidden" name="event_id" value=id.to_string() />
                                        <input type="hidden" name="session_id" value=session.id.clone() />
                                        <SubmitButton class="button small quiet danger" label=label>
                                            "Remove"
                                        </SubmitButton>
                                    </Form>
                                </span>
                            }
                        })}
                </li>
            }
        });
        view! {
            <h3 class="agenda-day">{day.day}</h3>
            <ul class="plain-list" role="list">
                {items.collect::<Vec<_>>()}
            </ul>
        }
    });
    view! {
        <section class="settings-section" aria-labelledby="agenda">
            <div class="section-head">
                <h2 id="agenda">"Agenda"</h2>
                {open
                    .then(|| {
                        view! {
                            <a class="button small" href=format!("/organizer/events/{id}/agenda/new")>
                                "Add a session"
                            </a>
                        }
                    })}
            </div>
            <FormProblems state=FormState::of(delete) />
            {empty.then(|| view! { <p class="soft">"Nothing in particular happens inside of it."</p> })}
            {days.collect::<Vec<_>>()}
        </section>
    }
}

#[component]
pub fn PicturePart(event: Event) -> impl IntoView {
    let id = event.id.to_string();
    let remove = event.picture_id.map(|_| (FormAction::to::<RemoveEventPicture>(), vec![("event_id", id.clone())]));
    (event.status != EventStatus::Cancelled).then(|| {
        view! {
            <section class="settings-section" aria-labelledby="s-picture">
                <h2 id="s-picture">"Picture"</h2>
                <p>"Without one we draw a poster for it."</p>
                <PictureForm to=format!("/events/{id}/picture") hint="It is cut to its frame." remove=remove>
                    <div class=format!("poster-frame club-thumb hue-{}", hue_of(face(event.id, event.series_id), None))>
                        <Poster of=face(event.id, event.series_id) picture_id=event.picture_id size="small" />
                    </div>
                </PictureForm>
            </section>
        }
    })
}

/// What one does once: put it on again, call it off, throw the draft away.
#[component]
pub fn RarelyPart(shown: ManagedEventShown) -> impl IntoView {
    let clone = FormAction::to::<CloneEvent>();
    let form = FormState::of(clone).with_prefix("again-");
    let event = shown.event;
    let (id, zone) = (event.id.to_string(), event.time_zone.clone());
    view! {
        <section class="settings-section" aria-labelledby="s-again">
            <h2 id="s-again">"Put it on again"</h2>
            <p>"A draft like it, with its tickets and its agenda, at another time."</p>
            <FormProblems state=form />
            <Form action=clone class="form inline">
                <input type="hidden" name="event_id" value=id.clone() />
                <input type="hidden" name="time_zone" value=zone />
                <TextField form=form name="starts_at" label="Begins" kind="datetime-local" value=shown.again_at />
                <SubmitButton class="button">"Make draft"</SubmitButton>
            </Form>
        </section>
        {match event.status {
            EventStatus::Draft => view! { <Delete event=event /> }.into_any(),
            EventStatus::Published => view! { <Cancel event=event /> }.into_any(),
            EventStatus::Ended | EventStatus::Cancelled => ().into_any(),
        }}
    }
}

#[component]
fn Delete(event: Event) -> impl IntoView {
    let delete = FormAction::to::<DeleteEvent>();
    view! {
        <section class="danger-zone" aria-labelledby="delete-head">
            <h2 id="delete-head">"Throw the draft away"</h2>
            <p>"Its tickets and its agenda go with it."</p>
            <FormProblems state=FormState::of(delete) />
            <button class="button danger" type="button" popovertarget="delete">
                "Throw away"
            </button>
            <Dialog id="delete" title=format!("Throw away {}?", event.title)>
                <p>"This cannot be undone."</p>
                <Form action=delete class="">
                    <input type="hidden" name="event_id" value=event.id.to_string() />
                    <div class="button-row">
                        <DialogClose dialog="delete">"Keep it"</DialogClose>
                        <button class="button danger primary">"Throw away"</button>
                    </div>
                </Form>
            </Dialog>
        </section>
    }
}

#[component]
fn Cancel(event: Event) -> impl IntoView {
    let cancel = FormAction::to::<CancelEvent>();
    let form = FormState::of(cancel);
    let open = reopened(form);
    view! {
        <section class="danger-zone" aria-labelledby="cancel-head">
            <h2 id="cancel-head">"Call it off"</h2>
            <p>"Its page stays and says why. This cannot be taken back."</p>
            {(!open).then(|| view! { <FormProblems state=form /> })}
            <button class="button danger" type="button" popovertarget="cancel">
                "Call it off"
            </button>
            <Dialog id="cancel" title=format!("Call off {}?", event.title) open=open>
                {open.then(|| view! { <FormProblems state=form /> })}
                <Form action=cancel class="">
                    <input type="hidden" name="event_id" value=event.id.to_string() />
                    <TextArea form=form name="reason" label="Why" max_chars=CANCEL_REASON_MAX_CHARS needed=true />
                    <div class="button-row">
                        <DialogClose dialog="cancel" open=open>"It takes place"</DialogClose>
                        <button class="button danger primary">"Call it off"</button>
                    </div>
                </Form>
            </Dialog>
        </section>
    }
}
