use leptos::prelude::*;

use crate::components::button::SubmitButton;
use crate::components::form::{Form, FormAction, FormProblems, FormState};
use crate::components::time::Time;
use crate::events::api::dates::RepeatEvent;
use crate::events::api_views::{DateOfRule, PreviewShown};
use crate::site::here;

/// The dates of a rule, and the button that makes exactly these, without those that are ticked.
#[component]
pub fn Preview(event_id: String, preview: PreviewShown) -> impl IntoView {
    let action = FormAction::to::<RepeatEvent>();
    let form = FormState::of(action);
    let dates = preview.dates.len();
    let heading = if dates == 1 { "1 date".to_owned() } else { format!("{dates} dates") };
    let change = format!("{}&change=true", here());
    view! {
        <section class="settings-section series" aria-labelledby="preview">
            <div class="section-head">
                <h2 id="preview">{heading}</h2>
                <a class="button small" href=change>
                    "Change the rule"
                </a>
            </div>
            <p class="soft">{preview.words} ". The further ones are drafts until you publish them."</p>
            <FormProblems state=form />
            {if dates < 2 {
                view! { <p>"There is no other date that is still to come."</p> }.into_any()
            } else {
                view! {
                    <Form action=action class="">
                        <input type="hidden" name="event_id" value=event_id />
                        <input type="hidden" name="rule" value=preview.rule />
                        <Dates form=form dates=preview.dates />
                        <div class="button-row">
                            <SubmitButton>"Make these dates"</SubmitButton>
                        </div>
                    </Form>
                }
                    .into_any()
            }}
        </section>
    }
}

/// The first is the event itself, which is there already.
#[component]
fn Dates(form: FormState, dates: Vec<DateOfRule>) -> impl IntoView {
    let rows = dates.into_iter().enumerate().map(|(index, date)| {
        let name = format!("except[{index}]");
        let ticked = form.ticked(&name, false);
        match index {
            0 => view! {
                <li>
                    <Time moment=date.when />
                    <small class="faint">" (this one)"</small>
                </li>
            }
            .into_any(),
            _ => view! {
                <li>
                    <label class="choice">
                        <input type="checkbox" name=name value=date.day checked=ticked autocomplete="off" />
                        <Time moment=date.when />
                    </label>
                </li>
            }
            .into_any(),
        }
    });
    view! {
        <fieldset class="dates-of-rule">
            <legend>"Tick the days on which it does not take place"</legend>
            <ol class="date-list" role="list">
                {rows.collect::<Vec<_>>()}
            </ol>
        </fieldset>
    }
}
