//! What an event needs before everybody may see it, and the button once it has it.

use domain::events::{Event, EventStatus};
use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::callout::Callout;
use crate::components::checklist::{Checklist, Step};
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::events::api::organize::PublishEvent;
use crate::events::api_views::ManagedEventShown;

#[component]
pub fn GoLive(shown: ManagedEventShown) -> impl IntoView {
    match shown.event.status {
        EventStatus::Cancelled => view! {
            <Callout tone="bad" title="This was called off">
                <p class="prose">{shown.event.cancel_reason}</p>
            </Callout>
        }
        .into_any(),
        EventStatus::Published | EventStatus::Ended => ().into_any(),
        EventStatus::Draft => view! { <BeforeIt shown=shown /> }.into_any(),
    }
}

#[component]
fn BeforeIt(shown: ManagedEventShown) -> impl IntoView {
    let publish = FormAction::to::<PublishEvent>();
    let id = shown.event.id;
    let needs = needs_of(&shown.event);
    let lacks = |need: &Need| shown.problems.iter().find(|problem| problem.code == need.code);
    let (all, left) = (needs.len(), needs.iter().filter(|need| lacks(need).is_some()).count());
    let steps: Vec<_> = needs
        .into_iter()
        .map(|need| {
            let missing = lacks(&need).map(|problem| problem.sentence.clone());
            view! { <NeedStep need=need missing=missing /> }
        })
        .collect();
    let ready = left == 0;
    view! {
        <section class="settings-section go-live" aria-labelledby="go-live">
            <div class="section-head">
                <h2 id="go-live">{if ready { "Ready to be published" } else { "Before you can publish it" }}</h2>
                <span class="faint small-text">{format!("{} of {all} done", all - left)}</span>
            </div>
            <FormProblems state=FormState::of(publish) />
            <Checklist>{steps}</Checklist>
            {ready
                .then(|| {
                    view! {
                        <Form action=publish class="">
                            <input type="hidden" name="event_id" value=id.to_string() />
                            <SubmitButton class="button primary">"Publish"</SubmitButton>
                        </Form>
                    }
                })}
        </section>
    }
}

#[component]
fn NeedStep(need: Need, missing: Option<String>) -> impl IntoView {
    let ways = need.ways.into_iter().map(|(words, href)| {
        view! {
            <a class="button small" href=href>
                {words}
            </a>
        }
    });
    let ways: Vec<_> = ways.collect();
    view! {
        <Step done=missing.is_none() title=need.words words=missing.unwrap_or_default()>
            <div class="button-row">{ways}</div>
        </Step>
    }
}

/// Something an event has to have, and where it is given to it.
struct Need {
    /// Of the problem that says it is missing.
    code: &'static str,
    words: &'static str,
    ways: Vec<(&'static str, String)>,
}

fn needs_of(event: &Event) -> Vec<Need> {
    let manage = format!("/organizer/events/{}", event.id);
    let field = |name: &str| format!("{manage}/edit#{name}");
    let mut needs = vec![
        Need {
            code: "start_passed",
            words: "It begins in the future",
            ways: vec![("Choose a time", field("starts_at"))],
        },
        Need {
            code: "place_missing",
            words: "People know where to go",
            ways: vec![("Say where it is", field("venue_id"))],
        },
        Need {
            code: "tickets_missing",
            words: "There is a way in",
            ways: vec![
                ("Set up tickets", format!("{manage}/tickets/new")),
                ("Set the number of places", field("capacity")),
            ],
        },
    ];
    if let Some(club) = event.club_id {
        // A closed one has no name and no page any more.
        needs.push(if event.club_name.is_some() {
            Need {
                code: "club_not_approved",
                words: "Its club is approved",
                ways: vec![("See the club", format!("/clubs/{club}"))],
            }
        } else {
            Need {
                code: "club_closed",
                words: "Somebody puts it on",
                ways: vec![("Say who puts it on", field("club_id"))],
            }
        });
    }
    needs
}
