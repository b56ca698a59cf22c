use leptos::prelude::*;
use leptos_meta::Title;

use super::repeat_fields::RepeatFields;
use super::repeat_preview::Preview;
use crate::components::callout::Callout;
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::time::Time;
use crate::events::api::dates::LoadRepeatForm;
use crate::events::api_views::RepeatFormShown;
use crate::site::{asked, named};

/// The rule stands in the address: its dates are looked at before they are made. That is a step of its own, without
/// the fields, so that nobody makes other dates than those they see.
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
    let changing = asked("change").is_some();
    let wrong = !shown.problems.is_empty();
    // What belongs to no field of the form is said above it.
    let stray: Vec<String> =
        shown.problems.iter().filter(|found| found.field == "rule").map(|found| found.message.clone()).collect();
    let fields = (shown.typed.clone(), shown.months.clone(), shown.problems.clone());
    let step = match shown.preview.filter(|_| !changing) {
        Some(preview) => view! { <Preview event_id=event.id.to_string() preview=preview /> }.into_any(),
        None => {
            let (typed, months, problems) = fields;
            view! {
                <form class="form" method="get" action=format!("{back}/repeat")>
                    <p>"The first date is " <Time moment=shown.when /> "."</p>
                    <RepeatFields typed=typed months=months problems=problems />
                    <div class="button-row">
                        <button class="button primary">"Show the dates"</button>
                        <a class="button quiet" href=back.clone()>
                            "Leave it at one"
                        </a>
                    </div>
                </form>
            }
            .into_any()
        }
    };
    view! {
        <Title text=format!("Repeat {}", event.title) />
        <p class="way-back">
            <a href=back>{event.title.clone()}</a>
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
        {step}
    }
}
