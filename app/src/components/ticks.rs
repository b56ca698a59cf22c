use leptos::prelude::*;

use crate::components::form::FormState;
use crate::parts::tick::Tick;

/// Sent as `name[0]`, `name[1]` and so on; `field` is what a problem with them is about.
#[component]
pub fn Ticks(
    form: FormState,
    name: &'static str,
    field: &'static str,
    legend: &'static str,
    hint: &'static str,
    choices: Vec<Tick>,
) -> impl IntoView {
    let problem = form.problem(field);
    let fine = problem.is_none();
    let boxes = choices.into_iter().enumerate().map(|(index, choice)| {
        let name = format!("{name}[{index}]");
        view! {
            <label class="choice">
                <input type="checkbox" name=name.clone() value=choice.id checked=form.ticked(&name, choice.ticked) autocomplete="off" />
                <span>{choice.name}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field-group" id=form.id(field)>
            <legend>{legend}</legend>
            <p class="field-hint">{hint}</p>
            {boxes.collect::<Vec<_>>()}
            <p class="field-problem" hidden=fine>
                <span>{problem}</span>
            </p>
        </fieldset>
    }
}
