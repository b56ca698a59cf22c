use leptos::prelude::*;
use leptos_meta::Title;

use super::repeat_fields::RepeatFields;
use crate::components::button::SubmitButton;
use crate::components::callout::Callout;
use crate::components::data::Data;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::time::Time;
use crate::events::api::dates::{LoadRepeatForm, RepeatEvent};
use crate::events::api_views::{PreviewShown, RepeatFormShown};
use crate::site::{asked, named};

/// The rule stands in the address: its dates are looked at before they are made.
#[component]
pub fn RepeatPage() -> impl IntoView {
    let text = |name| asked(name).unwrap_or_default();
    let weekdays: Vec<String> =
        (0..7).filter(|day| asked(&format!("on{day}")).is_some()).map(|day| day.to_string()).collect();
    let shown = Data::load(LoadRepeatForm {
        event_id: named("id"),
        every: text("every"),
        unit: text("unit"),
        weekdays: weekdays.join(","),
        on: text("on"),
        ends: text("ends"),
        until: text("until"),
        times: text("times"),
        except: text("except"),
    });
    view! {
        <Page title="Repeat event" class="page narrow">
            <Loaded data=shown children=|shown| view! { <Repeat shown=shown /> } />
        </Page>
    }
}

#[component]
fn Repeat(shown: RepeatFormShown) -> impl IntoView {
    let event = shown.event;
    let back = format!("/organizer/events/{}", event.id);
    let preview_at = format!("{back}/repeat#preview");
    let wrong = !shown.problems.is_empty();
    // What belongs to no field of the form is said above it.
    let stray: Vec<String> =
        shown.problems.iter().filter(|found| found.field == "rule").map(|found| found.message.clone()).collect();
    view! {
        <Title text=format!("Repeat {}", event.title) />
        <p class="way-back">
            <a href=back.clone()>{event.title.clone()}</a>
        </p>
        <PageHead
            title="Repeat this event"
            lead="Each date becomes an event of its own, at the same hour, with its own tickets, places and agenda."
        />
        {wrong
            .then(|| {
                view! {
                    <Callout tone="bad" title="These dates cannot be made">
                        {if stray.is_empty() {
                            view! { <p>"See below what needs another look."</p> }.into_any()
                        } else {
                            stray.into_iter().map(|words| view! { <p>{words}</p> }).collect::<Vec<_>>().into_any()
                        }}
                    </Callout>
                }
            })}
        <p>"The first date is " <Time moment=shown.when /> "."</p>
        <form class="form" method="get" action=preview_at>
            <RepeatFields typed=shown.typed months=shown.months problems=shown.problems />
            <div class="button-row">
                <button class="button">"Show the dates"</button>
                <a class="button quiet" href=back>
                    "Leave it at one"
                </a>
            </div>
        </form>
        {shown.preview.map(|preview| view! { <Preview event_id=event.id.to_string() preview=preview /> })}
    }
}

#[component]
fn Preview(event_id: String, preview: PreviewShown) -> impl IntoView {
    let action = FormAction::to::<RepeatEvent>();
    let further = preview.dates.len().saturating_sub(1);
    let words = match further {
        1 => "Make the other date".to_owned(),
        further => format!("Make {further} further dates"),
    };
    view! {
        <section class="settings-section series" aria-labelledby="preview">
            <h2 id="preview">{format!("{} dates", preview.dates.len())}</h2>
            <p class="soft">{preview.words} ". The further ones are drafts until you publish them."</p>
            <ol class="date-list">
                {preview
                    .dates
                    .into_iter()
                    .map(|date| {
                        view! {
                            <li>
                                <Time moment=date />
                            </li>
                        }
                    })
                    .collect::<Vec<_>>()}
            </ol>
            <FormProblems state=FormState::of(action) />
            {if further == 0 {
                view! { <p>"There is no other date that is still to come."</p> }.into_any()
            } else {
                view! {
                    <Form action=action class="">
                        <input type="hidden" name="event_id" value=event_id />
                        <input type="hidden" name="rule" value=preview.rule />
                        <input type="hidden" name="except" value=preview.except />
                        <SubmitButton>{words}</SubmitButton>
                    </Form>
                }
                    .into_any()
            }}
        </section>
    }
}
