//! The fields of a rule. They stand in the address, so that the dates can be looked at before anything is made.

use domain::refusal::FieldProblem;
use leptos::prelude::*;

use crate::components::field::AskedField;
use crate::events::api_views::RepeatTyped;

const UNITS: [(&str, &str); 4] = [("day", "days"), ("week", "weeks"), ("month", "months"), ("year", "years")];
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

#[component]
pub fn RepeatFields(typed: RepeatTyped, months: Vec<(String, String)>, problems: Vec<FieldProblem>) -> impl IntoView {
    let problem = |field: &str| problems.iter().find(|found| found.field == field).map(|found| found.message.clone());
    let units = UNITS.iter().map(|(value, words)| ((*value).to_owned(), (*words).to_owned())).collect();
    let until = typed.ends == "until";
    view! {
        <fieldset class="field-group how-often">
            <legend>"How often"</legend>
            <div class="field-pair">
                <AskedField id="every" name="every" label="Every" kind="number" value=typed.every problem=problem("every") />
                <AskedChoice name="unit" label="Days, weeks, months or years" chosen=typed.unit options=units />
            </div>
            <Weekdays chosen=typed.weekdays />
            <div class="month-choice">
                <AskedChoice name="on" label="Of a month" chosen=typed.on options=months />
            </div>
        </fieldset>
        <fieldset class="field-group">
            <legend>"Until when"</legend>
            <div class="field-pair">
                <EndChoice value="times" label="So many times" checked=!until />
                <AskedField id="times" name="times" label="Dates altogether, this one among them" kind="number" value=typed.times problem=problem("times") />
            </div>
            <div class="field-pair">
                <EndChoice value="until" label="Until a day" checked=until />
                <AskedField id="until" name="until" label="Last day" kind="date" value=typed.until problem=problem("until") />
            </div>
        </fieldset>
    }
}

#[component]
fn Weekdays(chosen: String) -> impl IntoView {
    let boxes = WEEKDAYS.into_iter().enumerate().map(|(day, words)| {
        let checked = chosen.split(',').any(|chosen| chosen == day.to_string());
        view! {
            <label class="choice">
                <input type="checkbox" name=format!("on{day}") value="true" checked=checked autocomplete="off" />
                <span>{words}</span>
            </label>
        }
    });
    view! {
        <fieldset class="weekday-choice">
            <legend>"Of a week, on"</legend>
            {boxes.collect::<Vec<_>>()}
        </fieldset>
    }
}

#[component]
fn EndChoice(value: &'static str, label: &'static str, checked: bool) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="radio" name="ends" value=value checked=checked autocomplete="off" />
            <span>{label}</span>
        </label>
    }
}

#[component]
fn AskedChoice(
    name: &'static str,
    label: &'static str,
    chosen: String,
    options: Vec<(String, String)>,
) -> impl IntoView {
    let options = options.into_iter().map(|(value, words)| {
        let selected = value == chosen;
        view! {
            <option value=value selected=selected>
                {words}
            </option>
        }
    });
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select class="input" id=name name=name autocomplete="off">
                {options.collect::<Vec<_>>()}
            </select>
        </div>
    }
}
